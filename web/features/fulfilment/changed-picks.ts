/**
 * web/features/fulfilment/changed-picks.ts — what became of a pick list while somebody was picking from it: nothing goes away
 * or changes under the hand without a word.
 */
import { batchText } from '#domain/batch-code.ts'
import type { PickLine } from '../../api/types.ts'

export type Row<Line> = Readonly<{
  key: string
  line: Line
  /** Reserved now; 0 where it was taken back as a whole. */
  reserved: number
  /** What changed since the person last knew; null where nothing did. */
  change: Change | null
}>
export type Change = Readonly<{ kind: 'new' } | { kind: 'more' | 'taken_back' | 'shipped'; quantity: number }>
type Place = Pick<PickLine, 'orderLineId' | 'batchId' | 'placeId'>

export const keyOf = ({ orderLineId, batchId, placeId }: Place): string => `${orderLineId} ${batchId} ${placeId}`
export const batchKeyOf = ({ orderLineId, batchId }: Place): string => `${orderLineId} ${batchId}`

type Lists<Line> = Readonly<{
  known: readonly Line[]
  now: readonly Line[]
  /** Of which batch more was shipped meanwhile, by somebody else. */
  shippedSince: ReadonlySet<string>
}>

/** Rows in the order of the list as it is now; those that went stay behind the one they followed. */
export function changedPicks<Line extends Place & Readonly<{ quantity: number }>>(lists: Lists<Line>): Row<Line>[] {
  const { known, now, shippedSince } = lists
  const before = new Map(known.map((line) => [keyOf(line), line.quantity]))
  const present = new Set(now.map(keyOf))
  const rows = now.map((line): Row<Line> => {
    const change = changeOf({
      before: before.get(keyOf(line)) ?? null,
      now: line.quantity,
      shipped: shippedSince.has(batchKeyOf(line)),
    })
    return { key: keyOf(line), line, reserved: line.quantity, change }
  })
  for (const [index, line] of known.entries()) {
    if (present.has(keyOf(line))) continue
    const follows = known.slice(0, index).map(keyOf).reverse()
    const at = rows.findIndex(({ key }) => key === follows.find((one) => rows.some((row) => row.key === one)))
    const change = changeOf({ before: line.quantity, now: 0, shipped: shippedSince.has(batchKeyOf(line)) })
    rows.splice(at + 1, 0, { key: keyOf(line), line, reserved: 0, change })
  }
  return rows
}

type Quantities = Readonly<{ before: number | null; now: number; shipped: boolean }>

function changeOf({ before, now, shipped }: Quantities): Change | null {
  if (before === null) return { kind: 'new' }
  if (now === before) return null
  if (now > before) return { kind: 'more', quantity: now - before }
  return { kind: shipped ? 'shipped' : 'taken_back', quantity: before - now }
}

/** To the person with the batch in the hand. */
export function changeInWords(
  change: Change,
  { batchCode, reserved }: { batchCode: string; reserved: number },
): string {
  const batch = batchText(batchCode)
  switch (change.kind) {
    case 'new':
      return `New since you began: take ${reserved} of ${batch}.`
    case 'more':
      return `${change.quantity} more of ${batch} are reserved since you began.`
    case 'shipped':
      return `${change.quantity} of ${batch} were shipped meanwhile by somebody else.`
    case 'taken_back':
      return reserved === 0
        ? `${batch} was taken back: put ${change.quantity} back.`
        : `${change.quantity} of ${batch} were taken back: put them back.`
  }
}
