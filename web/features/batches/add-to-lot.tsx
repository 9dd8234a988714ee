import { Button, Modal, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import { BatchSelect } from '../../shared/batch-select.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { May } from '../../shared/may.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { useWrite } from '../../shared/use-write.ts'

/** Puts batches into a lot, one after the other. */
export function AddToLot({ lotId, code }: { lotId: string; code: string }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <May to="receive">
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={open}>
        Add a batch
      </Button>
      {opened ? <AddForm lotId={lotId} code={code} onClose={close} /> : null}
    </May>
  )
}

type AddFormProps = Readonly<{ lotId: string; code: string; onClose: () => void }>

function AddForm({ lotId, code, onClose }: AddFormProps) {
  const [product, setProduct] = useState('')
  const [batch, setBatch] = useState<string | null>(null)
  const add = useWrite((batchId: string, key) => {
    const path = { id: lotId, batchId }
    return answerOf(api.PUT('/v1/lots/{id}/batches/{batchId}', { params: { path }, headers: intent(key) }))
  }, onClose)
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    if (batch) add.send(batch)
  }
  return (
    <Modal opened onClose={onClose} title={`Add a batch to lot ${code}`}>
      <form onSubmit={send}>
        <Stack gap="md">
          <ProductPicker
            required
            data-autofocus
            value={product}
            onChange={(next) => {
              setProduct(next)
              setBatch(null)
            }}
          />
          <BatchSelect product={product.trim()} required value={batch} onChange={setBatch} />
          <DialogFoot problem={add.problem} onLeave={onClose} sending={add.sending} disabled={!batch}>
            Add it
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
