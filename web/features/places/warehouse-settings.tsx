import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewBody, Place, Warehouse } from '../../api/types.ts'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { type Column, Listing } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Empty, Loaded, ProblemAlert } from '../../shared/states.tsx'
import { TimeZoneSelect } from '../../shared/time-zone-select.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { ChangeWarehouse } from './change-warehouse.tsx'

export function WarehouseSettings() {
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
        {(items) => items.map((warehouse) => <PlacesOf key={warehouse.id} warehouse={warehouse} />)}
      </Loaded>
      <AddWarehouse opened={adding} onClose={close} />
    </>
  )
}

const columns: readonly Column<Place>[] = [
  { title: 'Place', cell: ({ code }) => code },
  { title: 'Kind', cell: ({ kind }) => kind.replaceAll('_', ' ') },
]

function PlacesOf({ warehouse }: { warehouse: Warehouse }) {
  const { id, code, name, timeZone } = warehouse
  const [adding, { open, close }] = useDisclosure(false)
  const pages = usePages(['places', 'page', id], (cursor) =>
    answerOf(api.GET('/v1/places', { params: { query: { warehouse: id, limit: 25, ...given({ cursor }) } } })),
  )
  return (
    <Section
      title={`${name} (${code})`}
      flush
      aside={
        <>
          <Text fz="sm" c="dimmed">
            {timeZone}
          </Text>
          <ChangeWarehouse warehouse={warehouse} />
          <May to="change places">
            <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={open}>
              Add places
            </Button>
          </May>
        </>
      }
    >
      <Listing
        label={`Places of ${name}`}
        pages={pages}
        columns={columns}
        keyOf={(place) => place.id}
        empty={<Empty title="No places" />}
      />
      <AddPlaces warehouseId={id} opened={adding} onClose={close} />
    </Section>
  )
}

type WarehouseBody = NewBody<'/v1/warehouses'>
type Open = Readonly<{ opened: boolean; onClose: () => void }>

function AddWarehouse({ opened, onClose }: Open) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const form = useForm({ initialValues: { code: '', name: '', timeZone, address: '' } })
  const add = useWrite(
    (body: WarehouseBody, key) => answerOf(api.POST('/v1/warehouses', { body, headers: intent(key) })),
    () => {
      form.reset()
      onClose()
    },
  )
  useFieldProblems(form, add.problem)
  return (
    <Modal opened={opened} onClose={onClose} title="Add a warehouse">
      <form
        onSubmit={form.onSubmit(({ address, ...values }) =>
          add.send({ ...values, ...given({ address: address.trim() }) }),
        )}
      >
        <Stack gap="md">
          <SimpleGrid cols={2}>
            <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
            <TextInput label="Short code" required {...form.getInputProps('code')} />
          </SimpleGrid>
          <TimeZoneSelect {...form.getInputProps('timeZone')} />
          <Textarea label="Address" autosize minRows={2} {...form.getInputProps('address')} />
          <ProblemAlert problem={add.problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Leave it
            </Button>
            <Button type="submit" loading={add.sending}>
              Add the warehouse
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

type PlacesBody = NewBody<'/v1/places'>
type Kind = 'storage' | 'dock' | 'quarantine'

const placeKinds = [
  { value: 'storage', label: 'Storage: stock lies there for sale' },
  { value: 'dock', label: 'Dock: goods come in or go out' },
  { value: 'quarantine', label: 'Quarantine: not for sale' },
]

function AddPlaces({ warehouseId, opened, onClose }: Open & { warehouseId: string }) {
  const form = useForm({ initialValues: { codes: '', kind: 'storage' as Kind } })
  const add = useWrite(
    (body: PlacesBody, key) => answerOf(api.POST('/v1/places', { body, headers: intent(key) })),
    () => {
      form.reset()
      onClose()
    },
  )
  const codes = form.values.codes
    .split(/[\n,;]+/)
    .map((code) => code.trim())
    .filter((code) => code !== '')
  const send = ({ kind }: { kind: Kind }) => add.send({ places: codes.map((code) => ({ warehouseId, kind, code })) })
  return (
    <Modal opened={opened} onClose={onClose} title="Add places">
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <Select label="Kind" allowDeselect={false} data={placeKinds} {...form.getInputProps('kind')} />
          <Textarea
            label="Codes"
            description="One a line, as on the shelf"
            required
            autosize
            minRows={4}
            maxRows={12}
            data-autofocus
            {...form.getInputProps('codes')}
          />
          <ProblemAlert problem={add.problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Leave it
            </Button>
            <Button type="submit" loading={add.sending} disabled={codes.length === 0}>
              {codes.length === 1 ? 'Add 1 place' : `Add ${codes.length} places`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
