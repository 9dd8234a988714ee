/**
 * server/modules/stock/storage/refuse-forbidden.ts — nothing is put where it must not lie, unless by somebody who may, and says why.
 */
import type { Goods } from '#domain/storage/may-lie.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { allows, auditMany } from '../../access/index.ts'
import { lockBins } from '../../places/index.ts'
import type { MoveAsk } from '../move-ask.ts'
import type { MoveReason } from '../store.ts'
import { isFree, matters, putInto, storageForbids } from './put-into.ts'
import { binsWithFacts, type StoredBin, storageBins } from './read-bins.ts'
import { type BinRow, binsOfPlaces, type GoodsRow, goodsById, type LyingRow, lyingIn } from './store.ts'

/** A count, an adjustment and a reversal say where goods lie, not where to put them: what lies wrong is listed, not refused. */
const putThere: ReadonlySet<MoveReason> = new Set(['receipt', 'transfer', 'return', 'putaway', 'sample'])
/** What becomes another batch where it lies is not put there; what was produced is. */
const isPut = ({ reason, document }: MoveAsk) =>
  putThere.has(reason) || (reason === 'make' && document.kind === 'production_run')

type Bins = ReadonlyMap<string, BinRow & { placeId: string }>
type Coming = Readonly<{ ask: MoveAsk; goods: Goods & GoodsRow; bin: BinRow }>
type Forced = Readonly<{ one: Coming; reason: string; because: string }>

/**
 * Answers with the words to note of each move that was forced. The products must be locked; bins whose contents matter are locked here, once in a
 * transaction. Refuses `storage_forbids`, and `not_allowed` where one is forced by who may not.
 */
export async function refuseForbidden(tx: Tx, asks: readonly MoveAsk[]): Promise<ReadonlyMap<MoveAsk, string>> {
  const incoming = asks.filter((ask) => ask.to.kind === 'storage' && isPut(ask))
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

type Known = Readonly<{ bins: Bins; coming: readonly Coming[] }>

/** Bins as they are once all that leaves them has left. Where it matters what lies there, others are kept from them and they are read after that. */
async function binsThere(tx: Tx, asks: readonly MoveAsk[], { bins, coming }: Known): Promise<Map<string, StoredBin>> {
  const contested = coming.filter(matters).map(({ bin }) => bin.id)
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
    const because = putInto(there, one)
    return because === null ? [] : [{ one, reason: one.ask.forced ?? '', because }]
  })
}

const refusal = async (tx: Tx, { one: { ask, goods, bin }, because }: Forced): Promise<Refusal> =>
  storageForbids({ where: ask.where, goods, bin, because }, await storageBins(tx, [bin.warehouseId]))

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
