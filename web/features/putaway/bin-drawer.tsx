/**
 * web/features/putaway/bin-drawer.tsx — a bin of the map, opened beside it.
 */
import { Drawer } from '@mantine/core'
import type { MapBin } from '../../api/types.ts'
import { LinkButton } from '../../shared/link-button.tsx'
import { Loaded } from '../../shared/states.tsx'
import { BinShown, useBin } from './bin-shown.tsx'

type BinDrawerProps = Readonly<{ bin: MapBin | undefined; onClose: () => void }>

export function BinDrawer({ bin, onClose }: BinDrawerProps) {
  return (
    <Drawer
      opened={bin !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={bin ? `Bin ${bin.code}` : 'Bin'}
    >
      {bin ? <Opened id={bin.id} /> : null}
    </Drawer>
  )
}

function Opened({ id }: { id: string }) {
  const bin = useBin(id)
  return (
    <>
      <LinkButton mb="sm" size="xs" variant="default" to="/bins/$id" params={{ id }}>
        Open as a page
      </LinkButton>
      <Loaded of={bin}>{(got) => <BinShown bin={got} />}</Loaded>
    </>
  )
}
