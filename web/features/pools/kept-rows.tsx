import type { Pool } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { Rows } from '../../shared/listing.tsx'
import { Quantity } from '../../shared/quantity.tsx'

export function KeptRows({ kept }: Pick<Pool, 'kept'>) {
  return (
    <Rows
      label="Stock that is kept"
      rows={kept}
      keyOf={({ batchId, warehouseCode, placeCode }) => `${batchId} ${warehouseCode} ${placeCode}`}
      columns={[
        { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
        { title: 'Place', cell: ({ warehouseCode, placeCode }) => `${warehouseCode} · ${placeCode}` },
        { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
      ]}
    />
  )
}
