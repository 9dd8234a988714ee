/**
 * web/features/batches/batch-dates.tsx — every date that was ever stated of a batch, who said so, and which ones stand.
 */
import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendarEvent } from '@tabler/icons-react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { BatchDetail, DateKind, NewBody } from '../../api/types.ts'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { type Column, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { kindWords, sourceWords } from './date-words.ts'

const columns: readonly Column<BatchDetail['dates'][number]>[] = [
  { title: 'Date', cell: ({ kind }) => kindWords[kind] },
  { title: 'Day', cell: ({ on }) => <DateText day={on} /> },
  {
    title: 'Source',
    cell: ({ source, explanation, reason }) => [sourceWords[source], explanation, reason].filter(Boolean).join(': '),
  },
  { title: 'By', cell: ({ actorName }) => actorName },
  { title: 'Recorded', cell: ({ recordedAt }) => <InstantText at={recordedAt} />, deskOnly: true },
  {
    title: 'Standing',
    cell: ({ stands }) => (stands ? <Sign tone="good">stands</Sign> : <Sign tone="quiet">replaced</Sign>),
  },
]

export function BatchDates({ batch }: { batch: BatchDetail }) {
  const [correcting, { open, close }] = useDisclosure(false)
  return (
    <Section
      title="Dates and where they come from"
      flush
      aside={
        <May to="correct batches">
          <Button size="xs" variant="default" leftSection={<IconCalendarEvent size={14} />} onClick={open}>
            Record or correct a date
          </Button>
        </May>
      }
    >
      {batch.dates.length === 0 ? (
        <Empty title="No date is known">None is ever invented. Read it from the label and record it here.</Empty>
      ) : (
        <Rows label="Dates" rows={batch.dates} columns={columns} keyOf={({ id }) => id} />
      )}
      {correcting ? <CorrectDate batch={batch} onClose={close} /> : null}
    </Section>
  )
}

type Body = NewBody<'/v1/batches/{id}/dates'>
type CorrectDateProps = Readonly<{ batch: BatchDetail; onClose: () => void }>
type Values = { kind: DateKind; on: string | null; reason: string }
const firstReason = 'read from the label'

const standingOn = (batch: BatchDetail, kind: DateKind): string | null =>
  batch.dates.find((date) => date.stands && date.kind === kind)?.on ?? null

/** What is most often meant: the last day, as it stands. */
function initialOf(batch: BatchDetail): Values {
  const kind = batch.dates.find((date) => date.stands && date.kind !== 'produced')?.kind ?? 'expiry'
  const on = standingOn(batch, kind)
  return { kind, on, reason: on === null ? firstReason : '' }
}

function CorrectDate({ batch, onClose }: CorrectDateProps) {
  const { id, code } = batch
  const form = useForm<Values>({ initialValues: initialOf(batch) })
  const correct = useWrite(
    (body: Body, key) =>
      answerOf(api.POST('/v1/batches/{id}/dates', { params: { path: { id } }, body, headers: intent(key) })),
    onClose,
  )
  const first = standingOn(batch, form.values.kind) === null
  useFieldProblems(form, correct.problem)
  return (
    <Modal
      opened
      onClose={onClose}
      title={first ? `Record a date of batch ${code}` : `Correct a date of batch ${code}`}
    >
      <form onSubmit={form.onSubmit(({ on, ...values }) => correct.send({ ...values, on: on ?? '' }))}>
        <Stack gap="md">
          <DateFields batch={batch} form={form} />
          <Textarea
            label="Reason"
            description="Any old date stays in the history; open orders are judged again"
            required
            autosize
            minRows={2}
            {...form.getInputProps('reason')}
          />
          <DialogFoot problem={correct.problem} onLeave={onClose} sending={correct.sending}>
            {first ? 'Record' : 'Correct'}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

function DateFields({ batch, form }: { batch: BatchDetail; form: UseFormReturnType<Values> }) {
  const choose = (kind: string | null) => {
    const on = standingOn(batch, kind as DateKind)
    const untouched = form.values.reason === '' || form.values.reason === firstReason
    form.setValues({ kind: kind as DateKind, on, ...(untouched ? { reason: on === null ? firstReason : '' } : {}) })
  }
  return (
    <Group grow align="flex-start">
      <Select
        label="Date"
        data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('kind')}
        onChange={choose}
      />
      <DayInput label="Day" required data-autofocus {...form.getInputProps('on')} />
    </Group>
  )
}
