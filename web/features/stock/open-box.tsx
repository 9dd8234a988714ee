import { Modal, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { boxedText } from '../../shared/box-words.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { useWrite } from '../../shared/use-write.ts'
import type { Balance } from './balance.ts'

type Body = NewBody<'/v1/box-openings'>
type OpenBoxProps = Readonly<{ balance: Balance; packOf: number; onClose: () => void }>

/** What is in them lies loose in the bin then, and whoever waits for loose units has them. */
export function OpenBox({ balance, packOf, onClose }: OpenBoxProps) {
  const { batchId, batchCode, placeId, placeCode, onHand, reserved } = balance
  const form = useForm({ initialValues: { boxes: 1 as number | string, note: '' } })
  const free = (onHand - reserved) / packOf
  const opening = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/box-openings', { body, headers: intent(key) })),
    (_, { boxes }) => {
      notifications.show({
        message: `Opened ${countOf(boxes, 'box', 'boxes')} of ${batchName(batchCode)}.`,
        color: 'leaf',
      })
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, opening.problem)
  const { boxes } = form.values
  const send = ({ note }: typeof form.values) =>
    opening.send({ batch: batchId, place: placeId, boxes: Number(boxes), ...given({ note: note.trim() }) })
  return (
    <Modal opened onClose={onClose} title={`Open a box of ${batchName(batchCode)} at ${placeCode}`}>
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <QuantityInput
            label="Boxes"
            description={whatLiesThere(balance, packOf)}
            required
            max={free}
            beyondMax={`Only ${countOf(free, 'box is', 'boxes are')} promised to nobody.`}
            data-autofocus
            {...form.getInputProps('boxes')}
          />
          <Textarea label="Note" autosize {...form.getInputProps('note')} />
          <Text c="dimmed" aria-live="polite">
            {`${quantityText(Number(boxes) * packOf)} will lie loose in the bin. Orders that wait for them get them at once.`}
          </Text>
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={opening.sending} disabled={free === 0}>
            Open
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

function whatLiesThere({ onHand, reserved }: Balance, packOf: number): string {
  const lie = `${boxedText(onHand, packOf)} ${onHand === packOf ? 'lies' : 'lie'} there`
  const are = reserved === packOf ? 'is' : 'are'
  return reserved === 0
    ? lie
    : `${lie}; ${quantityText(reserved / packOf)} of them ${are} promised to orders, which get them closed`
}
