/**
 * server/modules/redating/redate-units.ts — somebody opened, froze or thawed units of a batch, and says so.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { type Redated, type RedatingKind, type RedatingRule, redate } from '#domain/redating.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { type BatchRow, batchesById, deriveBatch, whatItBecame } from '../batches/index.ts'
import { lockProducts, resolveProducts } from '../catalog/index.ts'
import { placesById, resolveWarehouses } from '../places/index.ts'
import { becomingMoves, recordMoves } from '../stock/index.ts'
import { dayOfMaking, insertRedating, type RuleRow, ruleList } from './store.ts'
import { type From, whereTo } from './where-to.ts'

export type NewRedating = Readonly<{
  id?: string
  kind: RedatingKind
  batch: string
  place: string
  quantity: number
  on?: CalendarDate
  to?: string
  keptAt?: string
  note?: string
}>

type Known = Readonly<{ parent: BatchRow; sku: string; from: From; today: CalendarDate }>

/**
 * Units that are promised to nobody leave their batch and are from then on a batch of their own, with the last day that the rule of the
 * product gives. Refuses `not_found`, `place_not_physical`, `redating_untracked`, `redating_rule_needed`, `redating_expired`,
 * `redating_not_allowed`, `redating_held`, `would_free_held`, `invalid_input` for a day to come or
 * before the units were here, and what `recordMoves` refuses.
 */
export async function redateUnits(tx: Tx, ask: NewRedating): Promise<string> {
  const known = await lookUp(tx, ask)
  const { parent, from } = known
  const { id: ruleId, redated, on } = await judge(tx, ask, known)
  const to = await whereTo(tx, ask, { batchId: parent.id, batch: parent.code, productId: parent.productId, from })
  const id = ask.id ?? newId()
  const { lastDay, says } = redated
  const child = await deriveBatch(tx, { parent, kind: ask.kind, quantity: ask.quantity, lastDay, says })
  const { kind, quantity, keptAt = null, note = null } = ask
  const becoming = {
    where: 'Units',
    productId: parent.productId,
    batchId: parent.id,
    intoBatchId: child.id,
    place: from,
    to,
  }
  const document = { kind: 'redating', id, lineId: null }
  await recordMoves(tx, await becomingMoves(tx, [{ ...becoming, quantity, document, note }]))
  const row = { id, kind, batchId: parent.id, childId: child.id, ruleId, warehouseId: from.warehouseId }
  await insertRedating(tx, { ...row, quantity, onDay: on, keptAt, note })
  audit(tx, {
    action: 'redating.make',
    subjectKind: 'redating',
    subjectId: id,
    after: { kind, batch: parent.code, became: child.code, quantity, on, lastDay, says },
    reason: note,
  })
  await serveBackOrders(tx, [parent.productId], { cause: 'release', concerned: [] })
  return id
}

async function lookUp(tx: Tx, ask: NewRedating): Promise<Known> {
  const [seen] = await batchesById(tx, [ask.batch])
  if (!seen) throw new Refusal('not_found', { kind: 'batch', id: ask.batch })
  const [place] = await placesById(tx, [ask.place])
  if (!place) throw new Refusal('not_found', { kind: 'place', id: ask.place })
  const { warehouseId } = place
  if (warehouseId === null) throw new Refusal('place_not_physical', { place: place.code })
  const product = found(await resolveProducts(tx, [seen.productId]), 'product', seen.productId)
  if (product.tracking !== 'batch' || seen.kind !== 'batch')
    throw new Refusal('redating_untracked', { sku: product.sku })
  const warehouse = found(await resolveWarehouses(tx), 'warehouse', warehouseId)
  await lockProducts(tx, [seen.productId])
  const [parent = seen] = await batchesById(tx, [ask.batch])
  return { parent, sku: product.sku, from: { ...place, warehouseId }, today: dayIn(warehouse.timeZone, tx.act.at) }
}

async function judge(tx: Tx, { kind, on: said }: NewRedating, { parent, sku, today }: Known) {
  const on = said ?? today
  if (on > today) throw wrongDay(`must not be after today, ${today}`)
  const since = (await dayOfMaking(tx, parent.id)) ?? parent.firstReceivedOn
  if (since !== null && on < since) throw wrongDay(`must not be before ${since}: there were no such units yet`)
  const [rule] = await ruleList(tx, parent.productId)
  if (!rule) throw new Refusal('redating_rule_needed', { kind, sku })
  const { code, expiresOn } = parent
  const goods = { code, expiresOn, became: await becameOf(tx, parent.id) }
  const redated = redate(kind, on, goods, ruleOf(rule))
  if (redated.kind === 'redated') return { id: rule.id, on, redated }
  throw refusalOf(redated.because, { kind, sku, batch: code, expiresOn, on })
}

const wrongDay = (message: string) => new Refusal('invalid_input', { problems: [{ at: 'on', message }] })

/** Splitting and merging change no day. */
export const becameOf = async (tx: Tx, batchId: string): Promise<RedatingKind[]> =>
  (await whatItBecame(tx, batchId)).filter((kind) => kind === 'opened' || kind === 'frozen' || kind === 'thawed')

export const ruleOf = ({ openedCount, openedUnit, frozenDays, thawedDays, refreezes }: RuleRow): RedatingRule => ({
  afterOpening: openedCount === null || openedUnit === null ? null : { count: openedCount, unit: openedUnit },
  frozenDays,
  thawedDays,
  refreezes,
})

type Because = Extract<Redated, { kind: 'refused' }>['because']
type Facts = { kind: RedatingKind; sku: string; batch: string; expiresOn: CalendarDate | null; on: CalendarDate }

function refusalOf(because: Because, { kind, sku, batch, expiresOn, on }: Facts): Refusal {
  if (because === 'no_rule') return new Refusal('redating_rule_needed', { kind, sku })
  if (because === 'expired') return new Refusal('redating_expired', { kind, batch, expiresOn: expiresOn ?? '', on })
  return new Refusal('redating_not_allowed', { kind, batch, because })
}
