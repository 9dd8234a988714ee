import type { Hold } from '../../api/types.ts'
import { RowLink } from '../../shared/listing.tsx'

/** A hold that is not lifted by itself: it goes with what keeps it. */
export const KeptBy = ({ number }: { number: NonNullable<Hold['keeperNumber']> }) => (
  <RowLink to={`/recalls/${number}`}>{`kept by ${number}`}</RowLink>
)
