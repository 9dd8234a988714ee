import { Autocomplete, Button, Modal, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconStack } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { BatchDetail } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { May } from '../../shared/may.tsx'
import { useWrite } from '../../shared/use-write.ts'

/** Puts a batch into a lot that is there, or makes the lot. */
export function PutIntoLot({ batch }: { batch: BatchDetail }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <May to="receive">
      <Button size="xs" variant="default" leftSection={<IconStack size={14} />} onClick={open}>
        Put into a lot
      </Button>
      {opened ? <LotForm batch={batch} onClose={close} /> : null}
    </May>
  )
}

function LotForm({ batch, onClose }: { batch: BatchDetail; onClose: () => void }) {
  const [code, setCode] = useState('')
  const lots = useQuery({
    queryKey: ['lots', 'pick'],
    queryFn: () => answerOf(api.GET('/v1/lots', { params: { query: { limit: 500 } } })),
  })
  const known = lots.data?.items.find((lot) => lot.code === code.trim())
  const put = useWrite((lot: { code: string; id: string | undefined }, key) => {
    const headers = intent(key)
    if (lot.id === undefined)
      return answerOf(api.POST('/v1/lots', { body: { code: lot.code, batches: [batch.id] }, headers }))
    const path = { id: lot.id, batchId: batch.id }
    return answerOf(api.PUT('/v1/lots/{id}/batches/{batchId}', { params: { path }, headers }))
  }, onClose)
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    put.send({ code: code.trim(), id: known?.id })
  }
  return (
    <Modal opened onClose={onClose} title={`Put ${batchName(batch.code)} into a lot`}>
      <form onSubmit={send}>
        <Stack gap="md">
          <Autocomplete
            label="Lot"
            description="One that is here, or a new code"
            required
            data-autofocus
            data={(lots.data?.items ?? []).map((lot) => lot.code)}
            limit={50}
            maxLength={80}
            value={code}
            onChange={setCode}
          />
          <DialogFoot
            problem={put.problem}
            onLeave={onClose}
            sending={put.sending}
            disabled={code.trim() === '' || !lots.data}
          >
            {known || code.trim() === '' ? 'Put it in' : `Make lot ${code.trim()}`}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
