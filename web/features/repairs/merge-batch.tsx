import { Text } from '@mantine/core'
import { useState } from 'react'
import type { BatchDetail, RepairAsk } from '../../api/types.ts'
import { BatchSelect } from '../../shared/batch-select.tsx'
import { RepairDialog } from './repair-dialog.tsx'

/** The batch on the page is the wrong one of two that are one. */
export function MergeBatch({ batch, onClose }: Readonly<{ batch: BatchDetail; onClose: () => void }>) {
  const [into, setInto] = useState<string | null>(null)
  const [sameSupplier, setSame] = useState(false)
  const ask: RepairAsk | null =
    into === null ? null : { kind: 'merge', batch: batch.id, into, ...(sameSupplier ? { sameSupplier } : {}) }
  return (
    <RepairDialog
      title={`Merge batch ${batch.code}`}
      ask={ask}
      confirmation={{
        code: 'merge_supplier_differs',
        label: 'Both suppliers’ goods are the same batch',
        checked: sameSupplier,
        onCheck: setSame,
      }}
      confirm="Merge"
      onClose={onClose}
    >
      <Text c="dimmed" fz="sm">
        {batch.code} was recorded wrong, and its goods are of another batch. Both keep their history; the code{' '}
        {batch.code} finds that batch from now on. It can be undone for 30 days, while none of the units has left its
        place.
      </Text>
      <BatchSelect
        product={batch.sku}
        without={batch.id}
        label="It is batch"
        required
        data-autofocus
        value={into}
        onChange={(next) => {
          setInto(next)
          setSame(false)
        }}
      />
    </RepairDialog>
  )
}
