import { Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewBody, StockReason } from '../../api/types.ts'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { type Column, Rows } from '../../shared/listing.tsx'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Empty, Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

type Body = NewBody<'/v1/stock-reasons'>

const directions = { out: 'takes units out', in: 'adds units', either: 'goes both ways' } as const

const columns: readonly Column<StockReason>[] = [
  { title: 'Reason', cell: ({ name }) => name },
  {
    title: 'What it does',
    cell: ({ direction, setsAside }) => (setsAside ? 'sets units aside, in quarantine' : directions[direction]),
  },
  { title: 'Change', cell: (reason) => <Archive reason={reason} />, end: true },
]

/** Why stock is corrected or set aside. */
export function ReasonSettings() {
  const may = useMay('change account')
  const reasons = useQuery({
    queryKey: ['stock-reasons'],
    queryFn: () => answerOf(api.GET('/v1/stock-reasons')),
  })
  return (
    <>
      <Section title="Reasons for corrections" flush>
        <Loaded of={reasons} rows={3}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="No reasons yet">Such as damaged, stolen, found. Corrections may then name one.</Empty>
            ) : (
              <Rows label="Reasons" rows={items} columns={columns} keyOf={({ id }) => id} />
            )
          }
        </Loaded>
      </Section>
      {may ? <NewReason /> : null}
    </>
  )
}

function Archive({ reason: { id, name, archivedAt } }: { reason: StockReason }) {
  const may = useMay('change account')
  const change = useWrite((archived: boolean, key) =>
    answerOf(
      api.PATCH('/v1/stock-reasons/{id}', { params: { path: { id } }, body: { archived }, headers: intent(key) }),
    ),
  )
  if (!may) return archivedAt === null ? null : <Text c="dimmed">not offered</Text>
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={change.sending}
      aria-label={`${archivedAt === null ? 'Offer no more' : 'Offer again'}: ${name}`}
      onClick={() => change.send(archivedAt === null)}
    >
      {archivedAt === null ? 'Offer no more' : 'Offer again'}
    </Button>
  )
}

function NewReason() {
  const form = useForm<Body>({ initialValues: { name: '', direction: 'out', setsAside: false } })
  const adding = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/stock-reasons', { body, headers: intent(key) })),
    () => form.reset(),
  )
  const elsewhere = useFieldProblems(form, adding.problem)
  const out = form.values.direction === 'out'
  const send = (values: Body) =>
    adding.send({ ...values, name: values.name.trim(), setsAside: out && values.setsAside })
  return (
    <Section title="Add a reason">
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="sm" maw={420}>
          <TextInput label="Reason" placeholder="Damaged" required {...form.getInputProps('name')} />
          <Select
            label="What it does"
            allowDeselect={false}
            data={Object.entries(directions).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('direction')}
          />
          {out ? (
            <Checkbox
              label="The units are still here: they go to quarantine"
              {...form.getInputProps('setsAside', { type: 'checkbox' })}
            />
          ) : null}
          <ProblemAlert problem={elsewhere} />
          <Group>
            <Button type="submit" loading={adding.sending} disabled={form.values.name.trim() === ''}>
              Add
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
