import { batchName } from '#domain/batch-code.ts'
import type { Hold } from '../../api/types.ts'
import { capital } from '../../shared/capital.ts'
import { RowLink } from '../../shared/listing.tsx'

/** What a hold is on, as a link to it. */
export function HoldSubject({ hold }: { hold: Hold }) {
  const place = hold.placeCode ? `${hold.warehouseCode ?? ''} · ${hold.placeCode}` : ''
  switch (hold.scope) {
    case 'account':
      return <>All stock</>
    case 'product':
      return <RowLink to={`/products/${hold.productId}`}>{`All of ${hold.sku}`}</RowLink>
    case 'batch':
      return (
        <RowLink
          to={`/batches/${hold.batchId}`}
        >{`${capital(batchName(hold.batchCode ?? ''))} of ${hold.sku}`}</RowLink>
      )
    case 'balance':
      return (
        <RowLink
          to={`/batches/${hold.batchId}`}
        >{`${capital(batchName(hold.batchCode ?? ''))} of ${hold.sku} at ${place}`}</RowLink>
      )
    case 'lot':
      return <RowLink to={`/lots/${hold.lotId}`}>{`Lot ${hold.lotCode}`}</RowLink>
    case 'place':
      return <>{`Place ${place}`}</>
  }
}
