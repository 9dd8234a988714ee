/**
 * web/shared/removal-form.tsx — units that are kept apart are taken out: how many, what became of them, and why.
 */
import { Modal, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { DialogFoot } from './dialog-foot.tsx'
import { useFieldProblems } from './form-problem.ts'
import { quantityText } from './quantity.tsx'
import { QuantityInput } from './quantity-input.tsx'
import { useWrite } from './use-write.ts'

/** `effect` says what it means for the stock, where that is not plain. */
type End<As extends string> = Readonly<{ value: As; label: string; effect?: string }>
type Removal<As extends string> = Readonly<{ quantity: number; as: As; reason: string }>
type RemovalFormProps<As extends string> = Readonly<{
  /** What is taken out of, as "sample SA-1". */
  of: string
  left: number // units
  /** Words after how many are left. */
  leftOf?: string
  /** The first is chosen until another is. */
  ends: readonly [End<As>, ...End<As>[]]
  /** Answers how many are left after it. */
  send: (removal: Removal<As>, key: string) => Promise<number>
  onClose: () => void
}>

function useRemoval<As extends string>({ of, left, ends, send, onClose }: RemovalFormProps<As>) {
  const form = useForm({
    initialValues: { quantity: left as number | string, as: ends[0].value as string, reason: '' },
  })
  const removal = useWrite(send, (now) => {
    notifications.show({ message: `Of ${of}, ${quantityText(now)} left.`, color: 'leaf' })
    onClose()
  })
  const elsewhere = useFieldProblems(form, removal.problem)
  const end = ends.find(({ value }) => value === form.values.as) ?? ends[0]
  const take = ({ quantity, reason }: typeof form.values) =>
    removal.send({ quantity: Number(quantity), as: end.value, reason: reason.trim() })
  return { form, end, take, elsewhere, sending: removal.sending }
}

export function RemovalForm<As extends string>(props: RemovalFormProps<As>) {
  const { of, left, leftOf = '', ends, onClose } = props
  const { form, end, take, elsewhere, sending } = useRemoval(props)
  return (
    <Modal opened onClose={onClose} title={`Take out of ${of}`}>
      <form onSubmit={form.onSubmit(take)}>
        <Stack gap="md">
          <QuantityInput
            label="Units"
            description={`${quantityText(left)} left${leftOf}`}
            required
            max={left}
            data-autofocus
            {...form.getInputProps('quantity')}
          />
          <SegmentedControl
            aria-label="What became of them"
            data={ends.map(({ value, label }) => ({ value, label }))}
            fullWidth
            {...form.getInputProps('as')}
          />
          {end.effect ? <div aria-live="polite">{end.effect}</div> : null}
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
            sending={sending}
            disabled={form.values.reason.trim() === ''}
          >
            Take out
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
