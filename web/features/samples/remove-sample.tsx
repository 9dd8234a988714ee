import { Button, Modal, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewBody, Sample } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { useMay } from '../../shared/may.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { useWrite } from '../../shared/use-write.ts'

type Body = NewBody<'/v1/samples/{id}/removals'>

/** What became of units of a sample; nothing where none is left. */
export function RemoveSample({ sample }: { sample: Sample }) {
  const [opened, dialog] = useDisclosure(false)
  if (!useMay('keep samples') || sample.left === 0) return null
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={dialog.open}
        aria-label={`Take out of sample ${sample.number}`}
      >
        Take out
      </Button>
      {opened ? <RemovalForm sample={sample} onClose={dialog.close} /> : null}
    </>
  )
}

const ends = [
  { value: 'used', label: 'Used in a test' },
  { value: 'destroyed', label: 'Destroyed' },
  { value: 'returned', label: 'Back to stock' },
] as const
const effects: Readonly<Record<Body['as'], string>> = {
  used: 'They are used up; the batch tells so in its balance.',
  destroyed: 'They are disposed of; the batch tells so in its balance.',
  returned: 'They lie in the first bin of the warehouse again, and orders that wait get them at once.',
}

function RemovalForm({ sample, onClose }: { sample: Sample; onClose: () => void }) {
  const { id, number, left } = sample
  const form = useForm({ initialValues: { quantity: left as number | string, as: 'used' as Body['as'], reason: '' } })
  const removal = useWrite(
    (body: Body, key) =>
      answerOf(api.POST('/v1/samples/{id}/removals', { params: { path: { id } }, body, headers: intent(key) })),
    (now) => {
      notifications.show({ message: `Of sample ${number}, ${quantityText(now.left)} left.`, color: 'leaf' })
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, removal.problem)
  const send = ({ quantity, as, reason }: typeof form.values) =>
    removal.send({ quantity: Number(quantity), as, reason: reason.trim() })
  return (
    <Modal opened onClose={onClose} title={`Take out of sample ${number}`}>
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <QuantityInput
            label="Units"
            description={`${quantityText(left)} left of batch ${sample.batchCode}`}
            required
            max={left}
            data-autofocus
            {...form.getInputProps('quantity')}
          />
          <SegmentedControl aria-label="What became of them" data={[...ends]} fullWidth {...form.getInputProps('as')} />
          <div aria-live="polite">{effects[form.values.as]}</div>
          <Textarea
            label="Reason"
            description="Stays in the audit"
            required
            autosize
            {...form.getInputProps('reason')}
          />
          <DialogFoot
            problem={elsewhere}
            onLeave={onClose}
            sending={removal.sending}
            disabled={form.values.reason.trim() === ''}
          >
            Take out
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
