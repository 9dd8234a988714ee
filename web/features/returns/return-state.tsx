import { countOf } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'

export function ReturnStateSign({
  of: { closedAt, toInspect },
}: {
  of: { closedAt: string | null; toInspect: number }
}) {
  if (toInspect > 0) return <Sign tone="soon">{`${countOf(toInspect, 'unit')} to look at`}</Sign>
  return closedAt ? <Sign tone="quiet">dealt with</Sign> : <Sign tone="active">to come</Sign>
}
