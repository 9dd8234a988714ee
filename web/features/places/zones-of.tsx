/**
 * web/features/places/zones-of.tsx — the parts of a warehouse: what each is called, and what climate it keeps.
 */
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import type { Warehouse, Zone } from '../../api/types.ts'
import { type Column, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { keptWords } from '../../shared/storage-words.ts'
import { useZones } from './use-zones.ts'
import { ZoneForm } from './zone-form.tsx'

const columns: readonly Column<Zone>[] = [
  { title: 'Zone', cell: ({ code }) => code },
  { title: 'Name', cell: ({ name }) => name },
  { title: 'Storage', cell: keptWords },
  { title: 'Change', cell: (zone) => <ChangeZone zone={zone} />, end: true },
]

export function ZonesOf({ warehouse: { id, name } }: { warehouse: Warehouse }) {
  const [adding, { open, close }] = useDisclosure(false)
  const zones = useZones(id)
  return (
    <Section
      title={`Zones of ${name}`}
      flush
      aside={
        <May to="change places">
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={open}>
            Add a zone
          </Button>
        </May>
      }
    >
      <Loaded of={zones} rows={2}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="No zones">A zone groups places that are kept alike, as a cold room.</Empty>
          ) : (
            <Rows label={`Zones of ${name}`} rows={items} columns={columns} keyOf={(zone) => zone.id} />
          )
        }
      </Loaded>
      {adding ? <ZoneForm warehouseId={id} zone={null} onClose={close} /> : null}
    </Section>
  )
}

function ChangeZone({ zone }: { zone: Zone }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <May to="change places">
      <Button size="compact-xs" variant="subtle" onClick={open} aria-label={`Change zone ${zone.code}`}>
        Change
      </Button>
      {opened ? <ZoneForm warehouseId={zone.warehouseId} zone={zone} onClose={close} /> : null}
    </May>
  )
}
