/**
 * server/modules/returns/into-batches.ts — of which batch each returned part is: as its label says, as nothing else is possible, or as nobody
 * knows, of one of several.
 */
import { type ReturnedBatch, returnedBatch } from '#domain/returned-batch.ts'
import { mostOf, type UnlabelledUnits, unitsThatFit } from '#domain/unlabelled.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import type { PlaceRow } from '../places/index.ts'
import type { OutBatch } from './sent-batches.ts'
import type { ReturnLineView } from './store.ts'
import type { Fit } from './unlabelled.ts'

export type Part = Readonly<{
  where: string
  announced: ReturnLineView
  quantity: number
  named: string | null
  serialIds: readonly string[]
  place: PlaceRow
  unlabelled: boolean
  note: string | null
}>
export type Back = Part & Readonly<{ batch: OutBatch }>
export type Unlabelled = Part & Readonly<{ set: UnlabelledUnits }>

type Sent = Readonly<{ sent: readonly OutBatch[]; fit: Fit; scopes: readonly string[] }>

/** Each part takes from what is out before the next is judged. */
export function intoBatches(parts: readonly Part[], { sent, fit, scopes }: Sent) {
  const back: Back[] = []
  const unlabelled: Unlabelled[] = []
  const taken = new Map<string, number>()
  const out = new Map(sent.map((row) => [row.batchId, row.out]))
  const whole = fit.sets.length === 0 ? (_: string, batch: string) => out.get(batch) ?? 0 : fit.room
  const room = (scope: string, batch: string) =>
    whole(scope, batch) - (scopes.includes(scope) ? (taken.get(batch) ?? 0) : 0)
  for (const part of parts) {
    const { productId } = part.announced
    const open = fit.rows.filter((row) => row.productId === productId).map(({ id }) => id)
    const fresh = unlabelled.filter(({ announced }) => announced.productId === productId).map(({ set }) => set)
    const known = { sets: [...fit.sets.filter(({ id }) => open.includes(id)), ...fresh], room }
    const can = sent
      .filter((row) => row.productId === productId)
      .map((row) => ({ ...row, out: mostOf(row.batchId, scopes, known) }))
    const judged = returnedBatch(part, can)
    const batch = judged.kind === 'batch' ? can.find(({ batchId }) => batchId === judged.batchId) : undefined
    if (batch) {
      back.push({ ...part, batch })
      taken.set(batch.batchId, (taken.get(batch.batchId) ?? 0) + part.quantity)
    } else unlabelled.push({ ...part, set: unlabelledSet(part, judged, { ...known, scopes }) })
  }
  return { back, unlabelled }
}

type Known = Parameters<typeof mostOf>[2] & Readonly<{ scopes: readonly string[] }>

/** Refuses what is not said to be without a label, and more than can still be out. */
function unlabelledSet(part: Part, judged: ReturnedBatch, { sets, room, scopes }: Known): UnlabelledUnits {
  if (judged.kind !== 'which' || !part.unlabelled) throw refusalOf(part, judged)
  const { where, quantity, announced, place } = part
  const { sku, tracking } = announced
  if (tracking === 'serial') throw new Refusal('serials_needed', { where, sku, needed: quantity, given: 0 })
  if (place.kind === 'storage')
    throw new Refusal('invalid_input', {
      problems: [{ at: '', message: `${where}: units without a label go to quarantine, not to ${place.code}` }],
    })
  const set = { id: newId(), quantity, batches: judged.among.map(({ batchId }) => batchId), scopes }
  const others = sets.reduce((sum, one) => sum + one.quantity, 0)
  const most = unitsThatFit([...sets, set], room) - others
  if (most < quantity) throw new Refusal('return_unlabelled_beyond', { where, sku, asked: quantity, most })
  return set
}

function refusalOf({ where, announced: { sku }, quantity, named }: Part, judged: ReturnedBatch): Refusal {
  if (judged.kind !== 'which')
    return new Refusal('return_beyond_sent', {
      where,
      sku,
      asked: quantity,
      most: judged.kind === 'too_many' ? judged.most : 0,
      named: named !== null,
    })
  return new Refusal('return_which_batch', {
    where,
    sku,
    among: judged.among.map(({ batchCode, out }) => `${batchCode} (at most ${out})`).join(', '),
    choices: judged.among.map(({ batchCode }) => batchCode),
  })
}
