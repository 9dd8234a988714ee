import { Button, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { quantityText } from '../../shared/quantity.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import type { Balance } from './balance.ts'

type Body = NewBody<'/v1/adjustments'>
type AdjustProps = Readonly<{ balance: Balance; opened: boolean; onClose: () => void }>

/** What was counted against what is written; the difference becomes a move with a reason. */
export function AdjustStock({ balance, opened, onClose }: AdjustProps) {
  const form = useForm({ initialValues: { counted: balance.onHand as number | string, reason: '' } })
  const difference = Number(form.values.counted) - balance.onHand
  const adjust = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/adjustments', { body, headers: intent(key) })),
    () => {
      notifications.show({ message: `Batch ${balance.batchCode} at ${balance.placeCode} is corrected.`, color: 'leaf' })
      onClose()
    },
  )
  useFieldProblems(form, adjust.problem)
  const { sku, batchCode, placeCode, warehouseCode } = balance
  const send = ({ reason }: { reason: string }) =>
    adjust.send({
      warehouse: warehouseCode,
      reason: reason.trim(),
      lines: [{ product: sku, batch: balance.batchId, place: placeCode, quantity: difference }],
    })
  return (
    <Modal opened={opened} onClose={onClose} title={`Count batch ${batchCode} at ${placeCode}`}>
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <NumberInput
            label="Counted"
            description={`${quantityText(balance.onHand)} are written down`}
            required
            min={0}
            data-autofocus
            {...form.getInputProps('counted')}
          />
          <TextInput label="Reason" required {...form.getInputProps('reason')} />
          <Text c="dimmed" aria-live="polite">
            {difference === 0
              ? 'Nothing to correct.'
              : `${difference > 0 ? 'Adds' : 'Takes away'} ${quantityText(Math.abs(difference))}.`}
          </Text>
          <ProblemAlert problem={adjust.problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Leave it
            </Button>
            <Button type="submit" loading={adjust.sending} disabled={difference === 0}>
              Correct the stock
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
