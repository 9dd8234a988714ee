import { Button, Modal, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewBody, Redating } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { useWrite } from '../../shared/use-write.ts'

type Body = NewBody<'/v1/redatings/{id}/removals'>

const ends = [
  { value: 'used', label: 'Used up' },
  { value: 'thrown_away', label: 'Thrown away' },
] as const

/** Opened units are used up or thrown away. */
export function RemoveOpened({ redating }: { redating: Redating }) {
  const [opened, dialog] = useDisclosure(false)
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={dialog.open}
        aria-label={`Take out opened units of ${redating.childCode}`}
      >
        Take out
      </Button>
      {opened ? <RemovalForm redating={redating} onClose={dialog.close} /> : null}
    </>
  )
}

function RemovalForm({ redating, onClose }: Readonly<{ redating: Redating; onClose: () => void }>) {
  const { id, childCode, opened: left } = redating
  const form = useForm({ initialValues: { quantity: left as number | string, as: 'used' as Body['as'], reason: '' } })
  const removal = useWrite(
    (body: Body, key) =>
      answerOf(api.POST('/v1/redatings/{id}/removals', { params: { path: { id } }, body, headers: intent(key) })),
    (now) => {
      notifications.show({ message: `Of ${childCode}, ${quantityText(now.opened)} left.`, color: 'leaf' })
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, removal.problem)
  const send = ({ quantity, as, reason }: typeof form.values) =>
    removal.send({ quantity: Number(quantity), as, reason: reason.trim() })
  return (
    <Modal opened onClose={onClose} title={`Take out opened units of ${childCode}`}>
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <QuantityInput
            label="Units"
            description={`${quantityText(left)} left`}
            required
            max={left}
            data-autofocus
            {...form.getInputProps('quantity')}
          />
          <SegmentedControl aria-label="What became of them" data={[...ends]} fullWidth {...form.getInputProps('as')} />
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
