/**
 * server/modules/stock/storage/refuse-forbidden.ts — nothing is put where it must not lie, unless by somebody who may, and says why.
 */
import { type Breach, breachWords, type Goods, mayLie } from '#domain/storage/may-lie.ts'
import { proposeBins } from '#domain/storage/propose-bin.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { allows, auditMany } from '../../access/index.ts'
import { lockBins } from '../../places/index.ts'
import type { MoveAsk } from '../move-ask.ts'
import type { MoveReason } from '../store.ts'
import { binsWithFacts, type StoredBin, storageBins } from './read-bins.ts'
import { type BinRow, binsOfPlaces, type GoodsRow, goodsById, type LyingRow, lyingIn } from './store.ts'

/** A count, an adjustment and a reversal say where goods lie, not where to put them: what lies wrong is listed, not refused. */
const putThere: ReadonlySet<MoveReason> = new Set(['receipt', 'transfer', 'return', 'putaway', 'sample'])

type Bins = ReadonlyMap<string, BinRow & { placeId: string }>
type Coming = Readonly<{ ask: MoveAsk; goods: Goods & GoodsRow; bin: BinRow }>
type Forced = Readonly<{ one: Coming; reason: string; because: string }>

/**
 * Answers with the words to note of each move that was forced. The products must be locked; bins whose contents matter are locked here, once in a
 * transaction. Refuses `storage_forbids`, and `not_allowed` where one is forced by who may not.
 */
export async function refuseForbidden(tx: Tx, asks: readonly MoveAsk[]): Promise<ReadonlyMap<MoveAsk, string>> {
  const incoming = asks.filter(({ reason, to }) => to.kind === 'storage' && putThere.has(reason))
  if (incoming.length === 0) return new Map()
  const [places, rows] = await Promise.all([
    binsOfPlaces(tx, [...new Set(asks.flatMap(({ from, to }) => [from.id, to.id]))]),
    goodsById(tx, [...new Set(incoming.map(({ batchId }) => batchId))]),
  ])
  const bins: Bins = new Map(places.map((row) => [row.placeId, row]))
  const goodsOf = new Map(rows.map((row) => [row.batchId, row]))
  const coming = incoming.flatMap((ask): Coming[] => {
    const [bin, goods] = [bins.get(ask.to.id), goodsOf.get(ask.batchId)]
    if (!bin || !goods || bins.get(ask.from.id)?.id === bin.id) return []
    return [{ ask, goods: { ...goods, quantity: ask.quantity }, bin }]
  })
  if (coming.every(isFree)) return new Map()
  const forced = judge(coming, await binsThere(tx, asks, { bins, coming }))
  const broken = forced.find(({ one }) => one.ask.forced === undefined || one.ask.forced === null)
  if (broken) throw await refusal(tx, broken)
  if (forced.length > 0 && !allows(tx.act.role, 'force storage'))
    throw new Refusal('not_allowed', { needs: 'force storage', role: tx.act.role })
  auditForced(tx, forced)
  return new Map(forced.map(({ one, reason, because }) => [one.ask, `${reason} (${one.bin.code}: ${because})`]))
}

/** Goods that say nothing, into a bin that takes anything. */
const isFree = ({ goods, bin }: Coming): boolean =>
  goods.storage === null && goods.hazard === null && goods.allergens.length === 0 && !hasRules(bin)

const hasRules = ({ mixing, capacity }: BinRow): boolean => mixing !== 'mixed' || capacity !== null

type Known = Readonly<{ bins: Bins; coming: readonly Coming[] }>

/** Bins as they are once all that leaves them has left. Where it matters what lies there, others are kept from them and they are read after that. */
async function binsThere(tx: Tx, asks: readonly MoveAsk[], { bins, coming }: Known): Promise<Map<string, StoredBin>> {
  const contested = coming.filter(({ goods, bin }) => goods.hazard !== null || hasRules(bin)).map(({ bin }) => bin.id)
  const binIds = [...new Set(contested)].sort()
  if (binIds.length > 0) await lockBins(tx, binIds).execute()
  const rows = new Map(coming.map(({ bin }) => [bin.id, bin]))
  const [anew, lying] =
    binIds.length > 0 ? await Promise.all([binsOfPlaces(tx, binIds), lyingIn(tx, binIds)]) : [[], []]
  for (const row of anew) rows.set(row.id, row)
  const allergens = coming.some(({ goods }) => goods.allergens.length > 0)
  const left = lessLeaving(lying, asks, bins)
  return new Map((await binsWithFacts(tx, [...rows.values()], { lying: left, allergens })).map((bin) => [bin.id, bin]))
}

/** What only goes from a box into the same bin stays. */
function lessLeaving(lying: readonly LyingRow[], asks: readonly MoveAsk[], bins: Bins): LyingRow[] {
  const leaving = asks.filter(({ from, to }) => bins.get(from.id)?.id !== bins.get(to.id)?.id)
  return lying.flatMap((row) => {
    const leaves = leaving.filter(({ batchId, from }) => batchId === row.batchId && bins.get(from.id)?.id === row.binId)
    const quantity = leaves.reduce((rest, ask) => rest - ask.quantity, row.quantity)
    return quantity > 0 ? [{ ...row, quantity }] : []
  })
}

/** One after another, each with what came before it. */
function judge(coming: readonly Coming[], there: Map<string, StoredBin>): Forced[] {
  return coming.flatMap((one) => {
    const bin = there.get(one.bin.id)
    if (!bin) return []
    const breaches = mayLie(one.goods, bin)
    there.set(bin.id, { ...bin, lying: [...bin.lying, { ...one.goods, binId: bin.id }] })
    return breaches.length === 0 ? [] : [{ one, reason: one.ask.forced ?? '', because: inWords(breaches) }]
  })
}

const inWords = (breaches: readonly Breach[]) => breaches.map(breachWords).join('; ')

async function refusal(tx: Tx, { one: { ask, goods, bin }, because }: Forced): Promise<Refusal> {
  const elsewhere = (await storageBins(tx, [bin.warehouseId])).filter(({ id }) => id !== bin.id)
  const [nearest] = proposeBins(goods, elsewhere).proposed.filter(({ quantity }) => quantity >= goods.quantity)
  return new Refusal('storage_forbids', {
    where: ask.where,
    sku: goods.sku,
    batch: goods.batchCode,
    place: bin.code,
    because,
    nearest: nearest?.bin.code ?? null,
    choices: ['force'],
  })
}

function auditForced(tx: Tx, forced: readonly Forced[]): void {
  auditMany(
    tx,
    forced.map(({ one: { ask, goods, bin }, reason, because }) => ({
      action: 'storage.force',
      subjectKind: 'place',
      subjectId: bin.id,
      after: { place: bin.code, sku: goods.sku, batch: goods.batchCode, quantity: ask.quantity, because },
      reason,
    })),
  )
}
