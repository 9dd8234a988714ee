/**
 * web/features/recalls/start-recall.tsx — asked once more before everything is held: the number of the recall is typed.
 */
import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Recall } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { useReach } from './use-recall.ts'

export function StartRecall({ recall: { id, number }, onClose }: Readonly<{ recall: Recall; onClose: () => void }>) {
  const [typed, setTyped] = useState('')
  const start = useWrite(
    (_: null, key) =>
      answerOf(api.POST('/v1/recalls/{id}/start', { params: { path: { id } }, body: {}, headers: intent(key) })),
    onClose,
  )
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    start.send(null)
  }
  return (
    <Modal opened onClose={onClose} title={`Start ${number}`}>
      <form onSubmit={send}>
        <Stack gap="md">
          <WhatHappens number={number} />
          <TextInput
            label={`Type ${number} to start it`}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <DialogFoot
            problem={start.problem}
            onLeave={onClose}
            sending={start.sending}
            disabled={typed.trim().toLowerCase() !== number.toLowerCase()}
            danger
          >
            Start the recall
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

function WhatHappens({ number }: { number: string }) {
  const reach = useReach(number).data?.exposure
  if (!reach) return <Text>Everything that is meant is held at once.</Text>
  const { onHand, inTransit, batches, reserved, picked, openOrders } = reach
  const held = `${countOf(onHand + inTransit, 'unit')} of ${countOf(batches, 'batch', 'batches')} are held at once.`
  const taken =
    openOrders === 0
      ? 'No open order loses any.'
      : `${countOf(openOrders, 'order')} lose ${countOf(reserved, 'promised unit')}; ${countOf(picked, 'picked unit')} must be put back.`
  return <Text>{`${held} ${taken}`}</Text>
}
