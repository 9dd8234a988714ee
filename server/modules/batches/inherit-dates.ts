/**
 * server/modules/batches/inherit-dates.ts — the dates that a batch has of the batch it was made of, and how they follow when that is dated anew.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { followed } from '#domain/inherited-dates.ts'
import type { Cap } from '#domain/production/last-day.ts'
import { kindsStated } from '#domain/redating.ts'
import { governingExpiry } from '#domain/shelf-life.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { audit } from '../access/index.ts'
import { standingDates } from './correct-date.ts'
import { type BatchRow, datesOf, insertDates, type NewStatement, updateBatchDates, withdrawDates } from './store.ts'

type Computed = Readonly<{ lastDay: CalendarDate; says: string }>

export async function inheritedBy(tx: Tx, batchId: string, parent: BatchRow): Promise<NewStatement[]> {
  return [...standingDates(await datesOf(tx, parent.id)).values()].map(({ kind, onDate }) => ({
    id: newId(),
    batchId,
    kind,
    onDate,
    source: 'inherited',
    explanation: `of batch ${parent.code}`,
    reason: null,
  }))
}

export function computedFor(
  batchId: string,
  inherited: readonly NewStatement[],
  { lastDay, says }: Computed,
): NewStatement[] {
  const came = inherited.map(({ kind, onDate }) => ({ kind, on: onDate }))
  return kindsStated(came, lastDay).map((kind) => ({
    id: newId(),
    batchId,
    kind,
    onDate: lastDay,
    source: 'computed',
    explanation: says,
    reason: null,
  }))
}

/**
 * Its parent was dated anew: what came along, and the new day, are stated again; the earlier statements stay. Where they are as they were, what somebody
 * said of it since stands. Answers whether anything changed. The product must be locked.
 */
export async function redateDerived(
  tx: Tx,
  child: BatchRow,
  { parent, ...computed }: Computed & Readonly<{ parent: BatchRow }>,
): Promise<boolean> {
  const inherited = await inheritedBy(tx, child.id, parent)
  const statements = [...inherited, ...computedFor(child.id, inherited, computed)]
  const stated = new Map(statements.map((one) => [one.kind, one]))
  const derived = (await datesOf(tx, child.id)).filter(
    ({ source, withdrawnAt }) => withdrawnAt === null && (source === 'inherited' || source === 'computed'),
  )
  const lost = derived.filter(({ kind }) => !stated.has(kind))
  const before = standingDates(derived)
  if (lost.length === 0 && [...stated].every(([kind, { onDate }]) => before.get(kind)?.onDate === onDate)) return false
  await settle(tx, child, {
    statements,
    lost: lost.map(({ id }) => id),
    reason: `the dates of batch ${parent.code} changed: ${computed.says}`,
  })
  return true
}

/** The batch it was split from was dated anew: what it has of that follows, what somebody said of itself stays. Answers whether anything changed. The product must be locked. */
export async function followParent(tx: Tx, child: BatchRow, parent: BatchRow): Promise<boolean> {
  const own = await datesOf(tx, child.id)
  const inherited = await inheritedBy(tx, child.id, parent)
  const { state, withdraw } = followed(own, inherited)
  if (state.length + withdraw.length === 0) return false
  await settle(tx, child, {
    statements: state,
    lost: withdraw.map(({ id }) => id),
    reason: `the dates of batch ${parent.code} changed`,
  })
  return true
}

/** What it was made of was dated anew, and it is good no longer than that. The product must be locked. */
export async function redateMade(tx: Tx, made: BatchRow, { on, says }: Cap, reason: string): Promise<void> {
  const statement: NewStatement = {
    id: newId(),
    batchId: made.id,
    kind: 'expiry',
    onDate: on,
    source: 'inherited',
    explanation: says,
    reason,
  }
  await settle(tx, made, { statements: [statement], lost: [], reason: `${reason}: ${says}` })
}

type Settling = Readonly<{ statements: readonly NewStatement[]; lost: readonly string[]; reason: string }>

async function settle(tx: Tx, child: BatchRow, { statements, lost, reason }: Settling): Promise<void> {
  if (lost.length > 0) await withdrawDates(tx, lost, reason)
  if (statements.length > 0) await insertDates(tx, statements)
  const standing = standingDates(await datesOf(tx, child.id))
  const producedOn = standing.get('produced')?.onDate ?? null
  const expiresOn = governingExpiry([...standing.values()].map(({ kind, onDate }) => ({ kind, on: onDate })))
  await updateBatchDates(tx, { id: child.id, producedOn, expiresOn })
  audit(tx, {
    action: 'batch.date.correct',
    subjectKind: 'batch',
    subjectId: child.id,
    before: { producedOn: child.producedOn, expiresOn: child.expiresOn },
    after: { producedOn, expiresOn },
    reason,
  })
}
