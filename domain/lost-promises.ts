/**
 * domain/lost-promises.ts — what a line was promised and lost again, and to what: read from its decisions, so that no flag
 * has to be set and forgotten.
 */
import type { PassedOver, Pick, RuleReason, WhyNot } from './allocation/plan.ts'

export type ToldDecision = Readonly<{
  decidedAt: string // instant
  picks: readonly (Pick & Readonly<{ batchCode: string }>)[]
  passedOver: readonly PassedOver[]
}>
/** What stands against the goods themselves. That a rule of allocation took a promise back is told by its preview, not here. */
type Lasting = Exclude<WhyNot, { kind: 'turn' } | RuleReason>
export type LostPromise = Readonly<{
  batchId: string
  batchCode: string
  quantity: number
  reason: Lasting
  since: string // instant of the decision that first passed the batch over
}>

/**
 * `decisions` of one line that still waits for so many, oldest first; `kept` is what it has of each batch, promised or shipped.
 * A batch of which it has less than it was given is lost where the newest decision says what stands against it; what was
 * given back for another reason, as by asking less, or is on offer again and only waits its turn, is not.
 */
export function lostPromises(
  decisions: readonly ToldDecision[],
  kept: ReadonlyMap<string, number>,
  waiting: number,
): LostPromise[] {
  const newest = decisions.at(-1)
  const promised = new Map<string, { batchCode: string; quantity: number; last: number }>()
  for (const [index, { picks }] of decisions.entries())
    for (const { batchId, batchCode, quantity } of picks) {
      const before = promised.get(batchId)?.quantity ?? 0
      promised.set(batchId, { batchCode, quantity: before + quantity, last: index })
    }
  return [...promised].flatMap(([batchId, { batchCode, quantity, last }]) => {
    const lost = Math.min(waiting, quantity - (kept.get(batchId) ?? 0))
    const against = newest?.passedOver.find((one) => one.batchId === batchId)
    const reason = against ? lasting(against.reason) : null
    if (lost <= 0 || !reason) return []
    const passes = ({ passedOver }: ToldDecision) => passedOver.some((one) => one.batchId === batchId)
    const since = decisions.slice(last + 1).find(passes)?.decidedAt
    return since === undefined ? [] : [{ batchId, batchCode, quantity: lost, reason, since }]
  })
}

const lastingKinds: ReadonlySet<WhyNot['kind']> = new Set(['held', 'place', 'expired', 'too_short', 'undated'])
const isLasting = (reason: WhyNot): reason is Lasting => lastingKinds.has(reason.kind)
const lasting = (reason: WhyNot): Lasting | null => (isLasting(reason) ? reason : null)
