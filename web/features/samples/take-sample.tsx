import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { isoDayInWords } from '../../shared/date-text.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { freeOf, type LyingUnits } from '../../shared/lying.ts'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { useWrite } from '../../shared/use-write.ts'

type Body = NewBody<'/v1/samples'>
type TakeSampleProps = Readonly<{ lying: LyingUnits; onClose: () => void }>

/** Units of a batch are kept back: they are for sale no more, and somebody finds them until a day. */
export function TakeSample({ lying, onClose }: TakeSampleProps) {
  const { batchId: batch, batchCode, placeId: place, placeCode } = lying
  const form = useForm({
    initialValues: { quantity: 1 as number | string, keptAt: '', dueOn: null as string | null },
  })
  const free = freeOf(lying)
  const taking = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/samples', { body, headers: intent(key) })),
    ({ number, dueOn }) => {
      notifications.show({ message: `Sample ${number} is kept until ${isoDayInWords(dueOn)}.`, color: 'leaf' })
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, taking.problem)
  const send = ({ quantity, keptAt, dueOn }: typeof form.values) =>
    taking.send({
      batch,
      place,
      quantity: Number(quantity),
      ...given({ keptAt: keptAt.trim(), dueOn: dueOn ?? undefined }),
    })
  return (
    <Modal opened onClose={onClose} title={`Keep a sample of ${batchName(batchCode)}`}>
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <QuantityInput
            label="Units"
            description={`${quantityText(free)} at ${placeCode} are promised to nobody`}
            required
            max={free}
            data-autofocus
            {...form.getInputProps('quantity')}
          />
          <TextInput label="Found at" description="Cupboard, shelf, laboratory" {...form.getInputProps('keptAt')} />
          <DayInput
            label="Kept until"
            description="Empty: counted from the last day, as the product says, or a year"
            {...form.getInputProps('dueOn')}
          />
          <Text c="dimmed">They leave the stock, and no order gets them.</Text>
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={taking.sending} disabled={free === 0}>
            Keep
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
