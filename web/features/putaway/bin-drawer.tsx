/**
 * web/features/putaway/bin-drawer.tsx — a bin of the map, opened beside it.
 */
import { Drawer } from '@mantine/core'
import { Loaded } from '../../shared/states.tsx'
import { BinShown, useBin } from './bin-shown.tsx'

export function BinDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  return (
    <Drawer opened={id !== null} onClose={onClose} position="right" size="lg" title="Bin">
      {id === null ? null : <Opened id={id} />}
    </Drawer>
  )
}

function Opened({ id }: { id: string }) {
  const bin = useBin(id)
  return <Loaded of={bin}>{(got) => <BinShown bin={got} titled />}</Loaded>
}
