import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewBody, PickTask, PickWave } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { useWrite } from '../../shared/use-write.ts'

type ShortPickProps = Readonly<{
  wave: PickWave
  task: PickTask
  opened: boolean
  onClose: () => void
  onDone: (words: string) => void
}>

/** Fewer are there: what is missing leaves the stock, and the order is served from elsewhere. */
export function ShortPick({ wave, task, opened, onClose, onDone }: ShortPickProps) {
  const [found, setFound] = useState<number | ''>(0)
  const [reason, setReason] = useState('bin is empty')
  const short = useWrite(
    (body: NewBody<'/v1/pick-waves/{id}/short'>, key) =>
      answerOf(
        api.POST('/v1/pick-waves/{id}/short', { params: { path: { id: wave.id } }, body, headers: intent(key) }),
      ),
    ({ picked, missing }) => {
      onClose()
      onDone(`${picked} picked, ${missing} missing`)
    },
  )
  const { orderLineId: orderLine, batchId: batch, placeId: place } = task
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    if (found !== '') short.send({ orderLine, batch, place, found, reason: reason.trim() })
  }
  return (
    <Modal opened={opened} onClose={onClose} title={`Short at ${task.placeCode}`}>
      <form onSubmit={send}>
        <Stack gap="md">
          <Text>{`${task.toPick} of ${batchName(task.batchCode)} should be there. What is missing leaves the stock.`}</Text>
          <QuantityInput
            label="How many are there"
            min={0}
            max={task.toPick - 1}
            data-autofocus
            value={found}
            onChange={setFound}
          />
          <TextInput
            label="Reason"
            required
            value={reason}
            onChange={({ currentTarget: { value } }) => setReason(value)}
          />
          <DialogFoot
            problem={short.problem}
            onLeave={onClose}
            sending={short.sending}
            disabled={found === '' || reason.trim() === ''}
          >
            They are missing
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
