import type { TransferSummary } from '../../api/types.ts'
import { Sign, type Tone } from '../../shared/sign.tsx'

const looks: Readonly<Record<TransferSummary['state'], readonly [Tone, string]>> = {
  requested: ['soon', 'to approve'],
  approved: ['active', 'to ship'],
  picking: ['active', 'a part has left'],
  in_transit: ['active', 'on its way'],
  partly_received: ['active', 'a part is here'],
  discrepancy: ['bad', 'something is missing'],
  received: ['good', 'received'],
  closed: ['quiet', 'closed'],
  cancelled: ['quiet', 'cancelled'],
}

export function TransferStateSign({ state }: Pick<TransferSummary, 'state'>) {
  const [tone, words] = looks[state]
  return <Sign tone={tone}>{words}</Sign>
}
