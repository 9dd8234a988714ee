import { Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { ChangeBody, Order, OrderLine } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { useWrite } from '../../shared/use-write.ts'

type EditQuantityProps = Readonly<{ order: Order; line: OrderLine; onClose: () => void }>

export function EditQuantity({ order: { id }, line, onClose }: EditQuantityProps) {
  const form = useForm({ initialValues: { quantity: line.quantity as number | string, reason: '' } })
  const change = useWrite(
    (body: ChangeBody<'/v1/orders/{id}'>, key) =>
      answerOf(api.PATCH('/v1/orders/{id}', { params: { path: { id } }, body, headers: intent(key) })),
    onClose,
  )
  const elsewhere = useFieldProblems(form, change.problem)
  const send = ({ quantity, reason }: typeof form.values) =>
    change.send({ lines: [{ id: line.id, quantity: Number(quantity) }], ...given({ reason: reason.trim() }) })
  return (
    <Modal opened onClose={onClose} title={`Change ${line.sku}`}>
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <QuantityInput
            label="Quantity"
            description={line.shipped > 0 ? `${quantityText(line.shipped)} are shipped already` : undefined}
            required
            min={line.shipped}
            data-autofocus
            {...form.getInputProps('quantity')}
          />
          <TextInput label="Reason" placeholder="Stays in the audit" {...form.getInputProps('reason')} />
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={change.sending}>
            Save
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
