/**
 * web/features/delivery/holiday-settings.tsx — days on which nothing leaves or arrives: for all, for a warehouse or for a service.
 */
import { Button, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, given, intent } from '../../api/client.ts'
import { fieldProblems, type Problem } from '../../api/problem.ts'
import type { Holiday, PutBody } from '../../api/types.ts'
import { DateText, isoDayInWords, weekdayInWords } from '../../shared/date-text.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { type Column, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { ServiceSelect, useServices } from '../../shared/service-select.tsx'
import { Empty, Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'

type Body = PutBody<'/v1/holidays'>

const keyOf = ({ on, warehouseId, serviceId }: Holiday) => `${on} ${warehouseId} ${serviceId}`

const usePutHolidays = (onDone?: () => void) =>
  useWrite((body: Body, key) => answerOf(api.PUT('/v1/holidays', { body, headers: intent(key) })), onDone)

export function HolidaySettings() {
  const [adding, { open, close }] = useDisclosure(false)
  const holidays = useQuery({ queryKey: ['holidays'], queryFn: () => answerOf(api.GET('/v1/holidays')) })
  const items = holidays.data?.items ?? []
  const columns = useColumns()
  return (
    <Section
      title="Holidays"
      flush
      aside={
        <May to="change rules">
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={open}>
            Add a holiday
          </Button>
        </May>
      }
    >
      <Loaded of={holidays} rows={2}>
        {() =>
          items.length === 0 ? (
            <Empty title="No holidays">Warehouses and carriers rest on their days of the week alone.</Empty>
          ) : (
            <Rows label="Holidays" rows={items} columns={columns} keyOf={keyOf} />
          )
        }
      </Loaded>
      {adding ? <HolidayForm onClose={close} /> : null}
    </Section>
  )
}

function useColumns(): readonly Column<Holiday>[] {
  const services = new Map(useServices().data?.map(({ id, name }) => [id, name]))
  const warehouses = new Map(useWarehouses().data?.map(({ id, code }) => [id, code]))
  const whose = ({ warehouseId, serviceId }: Holiday) => {
    if (warehouseId !== null) return warehouses.get(warehouseId) ?? '…'
    return serviceId === null ? 'all' : (services.get(serviceId) ?? '…')
  }
  return [
    { title: 'Day', cell: ({ on }) => <DateText day={on} /> },
    { title: 'On a', cell: ({ on }) => weekdayInWords(on).slice(0, 3), deskOnly: true },
    { title: 'Name', cell: ({ name }) => name },
    { title: 'For', cell: whose },
    { title: 'Action', cell: (holiday) => <RemoveHoliday holiday={holiday} />, end: true },
  ]
}

function RemoveHoliday({ holiday: { on, name, warehouseId, serviceId } }: { holiday: Holiday }) {
  const put = usePutHolidays()
  const whose = given({ warehouse: warehouseId, service: serviceId })
  return (
    <May to="change rules">
      <Button
        size="compact-xs"
        variant="subtle"
        loading={put.sending}
        aria-label={`Remove ${name}, ${isoDayInWords(on)}`}
        onClick={() => put.send({ holidays: [{ on, name: null, ...whose }] })}
      >
        Remove
      </Button>
      <ProblemAlert problem={put.problem} />
    </May>
  )
}

const inFields = (problem: Problem) =>
  fieldProblems(problem).map(({ at, message }) => ({ at: at.replace(/^holidays\.\d+\.?/, '') || 'on', message }))

function HolidayForm({ onClose }: { onClose: () => void }) {
  const form = useForm({
    initialValues: {
      on: null as string | null,
      name: '',
      warehouse: null as string | null,
      service: null as string | null,
    },
  })
  const put = usePutHolidays(onClose)
  const elsewhere = useFieldProblems(form, put.problem, inFields)
  const send = ({ on, name, ...whose }: typeof form.values) => {
    if (on !== null) put.send({ holidays: [{ on, name: name.trim(), ...given(whose) }] })
  }
  return (
    <Modal opened onClose={onClose} title="Add a holiday">
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DayInput label="Day" required data-autofocus {...form.getInputProps('on')} />
            <TextInput label="Name" required maxLength={100} {...form.getInputProps('name')} />
            <WarehouseSelect
              placeholder="All"
              clearable
              clearButtonProps={{ 'aria-label': 'All warehouses' }}
              disabled={form.values.service !== null}
              {...form.getInputProps('warehouse')}
            />
            <ServiceSelect
              {...form.getInputProps('service')}
              placeholder="All"
              disabled={form.values.warehouse !== null}
            />
          </SimpleGrid>
          <Text fz="sm" c="dimmed">
            With neither, warehouses and carriers all rest on that day.
          </Text>
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={put.sending}>
            Add the holiday
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
