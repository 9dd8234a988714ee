import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewBody, Return } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { May } from '../../shared/may.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { useWrite } from '../../shared/use-write.ts'
import type { Lot } from './return-words.ts'
import { useShownReturn } from './use-shown-return.ts'

type Withdrawal = NewBody<'/v1/returns/{id}/withdrawals'>
type WithdrawProps = Readonly<{ found: Return; lot: Lot }>

/** Units without a label that were taken in by mistake. */
export function WithdrawUnits({ found, lot }: WithdrawProps) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <May to="return">
      <Button variant="default" onClick={open}>
        Not here
      </Button>
      <Modal opened={opened} onClose={close} title="They were taken in by mistake">
        {opened ? <Ask found={found} lot={lot} onDone={close} /> : null}
      </Modal>
    </May>
  )
}

function Ask({ found: { id }, lot, onDone }: WithdrawProps & Readonly<{ onDone: () => void }>) {
  const show = useShownReturn()
  const form = useForm({ initialValues: { quantity: lot.standings.undecided as number | string, reason: '' } })
  const withdraw = useWrite(
    (body: Withdrawal, key) =>
      answerOf(api.POST('/v1/returns/{id}/withdrawals', { params: { path: { id } }, body, headers: intent(key) })),
    (now) => {
      show(now)
      onDone()
    },
  )
  const elsewhere = useFieldProblems(form, withdraw.problem)
  return (
    <form
      onSubmit={form.onSubmit(({ quantity, reason }) =>
        withdraw.send({ unlabelled: lot.unlabelledId ?? '', quantity: Number(quantity), reason: reason.trim() }),
      )}
    >
      <Stack>
        <QuantityInput label="Quantity" required data-autofocus {...form.getInputProps('quantity')} />
        <TextInput label="Reason" description="Stays in the audit" required {...form.getInputProps('reason')} />
        <DialogFoot
          problem={elsewhere}
          onLeave={onDone}
          sending={withdraw.sending}
          disabled={form.values.reason.trim() === ''}
        >
          They are not here
        </DialogFoot>
      </Stack>
    </form>
  )
}
