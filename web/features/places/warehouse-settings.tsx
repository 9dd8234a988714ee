import { Button, Group, Modal, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { Fragment, type ReactNode, useMemo } from 'react'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewBody, Place, Warehouse } from '../../api/types.ts'
import { CutOffInput } from '../../shared/cut-off-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { type Column, Listing } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { PrintLabels } from '../../shared/print-labels.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { TimeZoneSelect } from '../../shared/time-zone-select.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { workingDaysInWords } from '../../shared/working-days.tsx'
import { AddPlaces } from './add-places.tsx'
import { ChangePlace } from './change-place.tsx'
import { ChangeWarehouse } from './change-warehouse.tsx'
import { useZones } from './use-zones.ts'
import { ZonesOf } from './zones-of.tsx'

type PlaceState = (place: Place) => ReactNode
type WarehouseSettingsProps = Readonly<{
  /** Whether a place is held, and how to hold it: others know. */
  stateOf: PlaceState
}>

export function WarehouseSettings({ stateOf }: WarehouseSettingsProps) {
  const [adding, { open, close }] = useDisclosure(false)
  const warehouses = useWarehouses()
  return (
    <>
      <Group justify="flex-end" mb="sm">
        <May to="change places">
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={open}>
            Add a warehouse
          </Button>
        </May>
      </Group>
      <Loaded of={warehouses}>
        {(items) =>
          items.map((warehouse) => (
            <Fragment key={warehouse.id}>
              <PlacesOf warehouse={warehouse} stateOf={stateOf} />
              <ZonesOf warehouse={warehouse} />
            </Fragment>
          ))
        }
      </Loaded>
      <AddWarehouse opened={adding} onClose={close} />
    </>
  )
}

type ZoneCodes = ReadonlyMap<string, string>

const columnsWith = (zones: ZoneCodes, stateOf: PlaceState): readonly Column<Place>[] => [
  { title: 'Place', cell: ({ code }) => code },
  { title: 'Kind', cell: ({ kind }) => kind },
  { title: 'Zone', cell: ({ zoneId }) => (zoneId && zones.get(zoneId)) ?? '–' },
  { title: 'State', cell: stateOf },
  { title: 'Change', cell: (place) => (place.binId === null ? <OfPlace place={place} /> : null), end: true },
]

const OfPlace = ({ place }: { place: Place }) => (
  <Group gap="xs" justify="flex-end">
    <PrintLabels kind="bin" of={[place.id]} about={`place ${place.code}`} label="Label" compact />
    <ChangePlace place={place} />
  </Group>
)

type PlacesOfProps = Readonly<{ warehouse: Warehouse; stateOf: PlaceState }>

function PlacesOf({ warehouse, stateOf }: PlacesOfProps) {
  const { id, name } = warehouse
  const zones = useZones(id).data
  const columns = useMemo(
    () => columnsWith(new Map(zones?.map((zone) => [zone.id, zone.code])), stateOf),
    [zones, stateOf],
  )
  const pages = usePages(['places', 'page', id], (cursor) =>
    answerOf(api.GET('/v1/places', { params: { query: { warehouse: id, limit: 25, ...given({ cursor }) } } })),
  )
  return (
    <Section title={`${name} (${warehouse.code})`} flush aside={<WarehouseActions warehouse={warehouse} />}>
      <Listing
        label={`Places of ${name}`}
        pages={pages}
        columns={columns}
        keyOf={(place) => place.id}
        empty={<Empty title="No places" />}
      />
    </Section>
  )
}

function WarehouseActions({ warehouse }: { warehouse: Warehouse }) {
  const [adding, { open, close }] = useDisclosure(false)
  return (
    <>
      <Text fz="sm" c="dimmed">
        {warehouse.timeZone} · ships {workingDaysInWords(warehouse.workingDays)} until {warehouse.cutOff}
        {warehouse.priority === 0 ? '' : ` · priority ${warehouse.priority}`}
      </Text>
      <ChangeWarehouse warehouse={warehouse} />
      <May to="change places">
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={open}>
          Add places
        </Button>
      </May>
      <AddPlaces warehouseId={warehouse.id} opened={adding} onClose={close} />
    </>
  )
}

type WarehouseBody = NewBody<'/v1/warehouses'>
type Open = Readonly<{ opened: boolean; onClose: () => void }>

function AddWarehouse({ opened, onClose }: Open) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const form = useForm({ initialValues: { code: '', name: '', timeZone, address: '', cutOff: '' } })
  const add = useWrite(
    (body: WarehouseBody, key) => answerOf(api.POST('/v1/warehouses', { body, headers: intent(key) })),
    () => {
      form.reset()
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, add.problem)
  return (
    <Modal opened={opened} onClose={onClose} title="Add a warehouse">
      <form
        onSubmit={form.onSubmit(({ address, cutOff, ...values }) =>
          add.send({ ...values, ...given({ address: address.trim(), cutOff }) }),
        )}
      >
        <Stack gap="md">
          <SimpleGrid cols={2}>
            <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
            <TextInput label="Short code" required {...form.getInputProps('code')} />
          </SimpleGrid>
          <TimeZoneSelect {...form.getInputProps('timeZone')} />
          <Textarea label="Address" autosize minRows={2} {...form.getInputProps('address')} />
          <CutOffInput
            description="Empty: at the end of the day. By the clock of the warehouse"
            {...form.getInputProps('cutOff')}
          />
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={add.sending}>
            Add the warehouse
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
