import { BatchCode } from './batch-code.tsx'
import { RowLink } from './listing.tsx'

/** A batch by its code, as a link to it. */
export function BatchLink({ id, code }: { id: string; code: string }) {
  return (
    <RowLink to={`/batches/${id}`}>
      <BatchCode code={code} />
    </RowLink>
  )
}
