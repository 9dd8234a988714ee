import { Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { snoozeDaysMax } from '#domain/alerts.ts'
import { addDays } from '#domain/calendar-date.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { ExpiryAlert, NewBody } from '../../api/types.ts'
import { isoDayInWords } from '../../shared/date-text.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { PressButton } from '../../shared/press-button.tsx'
import { useToday } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'

const spans = [
  { label: '3 days', days: 3 },
  { label: '1 week', days: 7 },
  { label: '2 weeks', days: 14 },
  { label: '1 month', days: 30 },
] as const

type SnoozeProps = Readonly<{ alert: ExpiryAlert; onClose: () => void }>
type Body = NewBody<'/v1/alerts/{id}/snooze'>

function useSnooze({ alert: { id, batchCode, places }, onClose }: SnoozeProps) {
  const today = useToday(places[0]?.warehouseId)
  const form = useForm({ initialValues: { until: addDays(today, 7) as string | null, reason: '' } })
  const writing = useWrite(
    (body: Body, key) =>
      answerOf(api.POST('/v1/alerts/{id}/snooze', { params: { path: { id } }, body, headers: intent(key) })),
    ({ snoozedUntil }) => {
      const until = snoozedUntil === null ? '' : ` until the end of ${isoDayInWords(snoozedUntil)}`
      notifications.show({ message: `Batch ${batchCode} is quiet${until}.`, color: 'leaf' })
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, writing.problem)
  const send = ({ until, reason }: typeof form.values) =>
    until === null ? undefined : writing.send({ until, reason: reason.trim() })
  return { form, today, elsewhere, send, sending: writing.sending }
}

/** Until when nobody is told of this batch, and why. */
export function SnoozeAlert(props: SnoozeProps) {
  const { form, today, elsewhere, send, sending } = useSnooze(props)
  const { until, reason } = form.values
  return (
    <Modal opened onClose={props.onClose} title={`Snooze batch ${props.alert.batchCode}`}>
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <Spans today={today} until={until} onChoose={(day) => form.setFieldValue('until', day)} />
          <DayInput
            label="Quiet until the end of"
            description={`At most ${snoozeDaysMax} days`}
            required
            {...form.getInputProps('until')}
          />
          <Textarea
            label="Reason"
            description="Stays with the alert and in the audit"
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          <Text fz="sm" c="dimmed">
            If it reaches a tighter step before, it is told of nevertheless.
          </Text>
          <DialogFoot
            problem={elsewhere}
            onLeave={props.onClose}
            sending={sending}
            disabled={until === null || reason.trim() === ''}
          >
            Snooze
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

type SpansProps = Readonly<{ today: string; until: string | null; onChoose: (day: string) => void }>

const Spans = ({ today, until, onChoose }: SpansProps) => (
  <Group gap="xs" role="group" aria-label="For how long">
    {spans.map(({ label, days }) => (
      <PressButton
        key={label}
        words={label}
        pressed={until === addDays(today, days)}
        onPress={() => onChoose(addDays(today, days))}
      />
    ))}
  </Group>
)
