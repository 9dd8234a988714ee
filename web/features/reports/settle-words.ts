/**
 * web/features/reports/settle-words.ts — the kinds of what waits for a person: what one is called, and where it is settled.
 */
import type { ToSettle } from '../../api/types.ts'

export type SettleKind = ToSettle['kind']

type Words = Readonly<{ one: string; several: string }>

export const kindWords: Readonly<Record<SettleKind, Words>> = {
  transfer_to_approve: { one: 'transfer to approve', several: 'transfers to approve' },
  transfer_missing: { one: 'missing on a transfer', several: 'missing on transfers' },
  count_difference: { one: 'count difference', several: 'count differences' },
  unidentified: { one: 'product to identify', several: 'products to identify' },
  inbound_difference: { one: 'delivery not as announced', several: 'deliveries not as announced' },
  return_to_inspect: { one: 'return to look at', several: 'returns to look at' },
  disposal_open: { one: 'disposal to carry out', several: 'disposals to carry out' },
  misplaced: { one: 'lies where it must not', several: 'lie where they must not' },
  opened_past: { one: 'opened, past its day', several: 'opened, past their day' },
  sample_due: { one: 'sample kept long enough', several: 'samples kept long enough' },
  mock_due: { one: 'mock recall due', several: 'mock recalls due' },
  action_late: { one: 'corrective action late', several: 'corrective actions late' },
  sold_on_beyond: { one: 'report that cannot be', several: 'reports that cannot be' },
}
export const settleKinds = Object.keys(kindWords) as SettleKind[]

type Settled = Pick<ToSettle, 'kind' | 'documentId' | 'batchId'>

const pathOfKind: Readonly<Record<SettleKind, (row: Settled) => string>> = {
  transfer_to_approve: ({ documentId }) => `/transfers/${documentId}`,
  transfer_missing: ({ documentId }) => `/transfers/${documentId}`,
  count_difference: ({ documentId }) => `/counts/${documentId}/differences`,
  unidentified: ({ documentId }) => `/identifying/${documentId}`,
  inbound_difference: ({ documentId }) => `/inbounds/${documentId}`,
  return_to_inspect: ({ documentId }) => `/returns/${documentId}`,
  disposal_open: ({ documentId }) => `/disposals/${documentId}`,
  misplaced: () => '/misplaced',
  opened_past: ({ batchId }) => `/batches/${batchId}`,
  sample_due: ({ batchId }) => `/batches/${batchId}`,
  mock_due: ({ documentId }) => `/mock-recalls/${documentId}`,
  action_late: () => '/corrective-actions',
  sold_on_beyond: ({ documentId }) => `/partners/customers/${documentId}`,
}

export const pathToSettle = (row: Settled): string => pathOfKind[row.kind](row)
