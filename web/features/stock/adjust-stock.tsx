import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { useWrite } from '../../shared/use-write.ts'
import type { Balance } from './balance.ts'
import { CauseSelect } from './cause-select.tsx'

type Body = NewBody<'/v1/adjustments'>
type Values = { counted: number | string; cause: string | null; reason: string }
type AdjustProps = Readonly<{ balance: Balance; opened: boolean; onClose: () => void }>

/** What was counted against what is written; the difference becomes a move with a reason. */
export function AdjustStock({ balance, opened, onClose }: AdjustProps) {
  const { sku, batchCode, placeCode, warehouseCode, onHand } = balance
  const form = useForm<Values>({ initialValues: { counted: onHand, cause: null, reason: '' } })
  const { counted } = form.values
  const difference = counted === '' ? 0 : Number(counted) - onHand
  const lost = promisesLost(balance, difference)
  const adjust = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/adjustments', { body, headers: intent(key) })),
    () => {
      notifications.show({
        message: `The count of ${batchName(batchCode)} at ${placeCode} is corrected.`,
        color: 'leaf',
      })
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, adjust.problem)
  const send = ({ cause, reason }: Values) =>
    adjust.send({
      warehouse: warehouseCode,
      reason: reason.trim(),
      ...given({ cause: cause ?? undefined }),
      // Only where the person was told that orders lose something.
      promised: lost > 0 ? 'take_back' : 'keep',
      lines: [{ product: sku, batch: balance.batchId, place: placeCode, quantity: difference }],
    })
  return (
    <Modal opened={opened} onClose={onClose} title={`Count ${batchName(batchCode)} at ${placeCode}`}>
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <QuantityInput
            label="Counted"
            description={`${quantityText(onHand)} are written down`}
            required
            min={0}
            data-autofocus
            {...form.getInputProps('counted')}
          />
          <CauseSelect difference={difference} {...form.getInputProps('cause')} />
          <TextInput label="Reason" required {...form.getInputProps('reason')} />
          <WhatItDoes difference={difference} lost={lost} />
          <DialogFoot problem={elsewhere} oneLine onLeave={onClose} sending={adjust.sending} disabled={!difference}>
            {lost > 0 ? `Correct, and take ${quantityText(lost)} back` : 'Correct the stock'}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

/** What is free goes first; the rest of what is gone was promised to orders. */
function promisesLost({ onHand, reserved }: Balance, difference: number): number {
  return Math.max(0, -difference - (onHand - reserved))
}

function WhatItDoes({ difference, lost }: { difference: number; lost: number }) {
  const changes =
    difference === 0
      ? 'Nothing to correct.'
      : `${difference > 0 ? 'Adds' : 'Takes away'} ${quantityText(Math.abs(difference))}.`
  return (
    <div aria-live="polite">
      <Text c="dimmed">{changes}</Text>
      {lost > 0 ? (
        <Text mt={4}>
          {`${quantityText(lost)} of them ${lost === 1 ? 'is' : 'are'} promised to orders. The promise is taken back, and the orders look for other stock.`}
        </Text>
      ) : null}
    </div>
  )
}
