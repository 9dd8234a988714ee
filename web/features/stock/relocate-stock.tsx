import { Checkbox, Modal, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { ForceStorage } from '../../shared/force-storage.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { PlacePicker } from '../../shared/place-picker.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { useWrite } from '../../shared/use-write.ts'
import type { Balance } from './balance.ts'

type Body = NewBody<'/v1/relocations'>
type RelocateProps = Readonly<{ balance: Balance; opened: boolean; onClose: () => void }>

function useRelocation({ balance, onClose }: Pick<RelocateProps, 'balance' | 'onClose'>) {
  const { batchId, placeId, packOf, onHand } = balance
  const initialValues = { to: null as string | null, quantity: onHand as number | string, closed: packOf !== null }
  const form = useForm({ initialValues })
  const relocate = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/relocations', { body, headers: intent(key) })),
    () => {
      notifications.show({ message: `Moved ${batchName(balance.batchCode)}.`, color: 'leaf' })
      onClose()
    },
  )
  const bodyOf = ({ to, quantity, closed }: typeof form.values): Body => {
    const line = { batch: batchId, from: placeId, to: to ?? '', quantity: Number(quantity) }
    return { lines: [closed && packOf !== null ? { ...line, closedPackOf: packOf } : line] }
  }
  const send = form.onSubmit((values) => relocate.send(bodyOf(values)))
  const force = (why: { reason: string }) => relocate.send({ ...bodyOf(form.values), force: why })
  return { form, relocate, send, force, elsewhere: useFieldProblems(form, relocate.problem) }
}

/** Puts stock into another place of the same warehouse. */
export function RelocateStock({ balance, opened, onClose }: RelocateProps) {
  const { form, relocate, send, force, elsewhere } = useRelocation({ balance, onClose })
  const { packOf } = balance
  return (
    <Modal opened={opened} onClose={onClose} title={`Move ${batchName(balance.batchCode)} from ${balance.placeCode}`}>
      <form onSubmit={send}>
        <Stack gap="md">
          <PlacePicker
            label="To"
            warehouseId={balance.warehouseId}
            required
            data-autofocus
            {...form.getInputProps('to')}
          />
          <QuantityInput
            label="Quantity"
            description={whatLiesThere(balance)}
            required
            max={balance.onHand}
            beyondMax={`Only ${lyingThere(balance.onHand)}.`}
            {...form.getInputProps('quantity')}
          />
          {packOf === null ? null : (
            <Checkbox
              label={`The boxes of ${quantityText(packOf)} stay closed`}
              {...form.getInputProps('closed', { type: 'checkbox' })}
            />
          )}
          <ForceStorage problem={relocate.problem} sending={relocate.sending} onForce={force} />
          <DialogFoot
            problem={elsewhere}
            oneLine
            onLeave={onClose}
            sending={relocate.sending}
            disabled={form.values.to === null}
          >
            Move
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

const lyingThere = (onHand: number) => `${quantityText(onHand)} ${onHand === 1 ? 'lies' : 'lie'} there`

function whatLiesThere({ onHand, reserved }: Balance): string {
  const lie = lyingThere(onHand)
  return reserved === 0 ? lie : `${lie}; ${quantityText(reserved)} of them are promised to orders, which keep them`
}
