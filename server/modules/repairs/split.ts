/**
 * server/modules/repairs/split.ts — part of a batch gets a code of its own.
 */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { nextNumber } from '#platform/numbers.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { type BatchRow, codeGiven, findSerials, lockBatch, refuseTaken, splitBatch } from '../batches/index.ts'
import { type ProductRow, resolveProducts } from '../catalog/index.ts'
import { placesById } from '../places/index.ts'
import { becomeBatch } from '../stock/index.ts'
import { looseOf, lyingOf, ordersPicked, placeOf } from './goods.ts'
import { refuseSpecial, repaired } from './repaired.ts'
import { insertRepair } from './store.ts'

export type Part = Readonly<{ code?: string; place: string; quantity: number; serials?: readonly string[] }>
export type Split = Readonly<{
  id?: string
  batch: string
  parts: readonly Part[]
  /** A code that looks like a known one is another batch. */
  different?: boolean
  reason: string
}>
type Placed = Readonly<{ where: string; place: string; quantity: number; serialIds?: readonly string[] }>
type Child = Readonly<{ code: string | null; given: string | null; where: string; placed: readonly Placed[] }>

/**
 * Units become new batches where they lie, with the same dates, and what is promised of them goes along; the free ones first. Parts with the same code are one batch, each
 * part without a code is one of its own. Refuses `not_found`, `batch_merged`, `split_beyond`, `batch_code_known`, `batch_looks_alike` unless `different`,
 * `repair_untracked`, `repair_unidentified`, `repair_redated`, `serials_needed`, `serial_elsewhere`, `serial_repeated`, `closed_box` for part of a box, `too_much_stock`,
 * and `invalid_input` for what is no code.
 */
export async function splitParts(tx: Tx, ask: Split): Promise<string> {
  const parent = await lockBatch(tx, ask.batch)
  const product = found(await resolveProducts(tx, [parent.productId]), 'product', parent.productId)
  await refuseSpecial(tx, 'split', product, [parent])
  await refuseBeyond(tx, { parent, product }, ask.parts)
  const id = ask.id ?? newId()
  const children = await become(tx, id, parent, ask)
  const number = await nextNumber(tx, 'BR')
  const own = { productId: parent.productId, batchId: parent.id, reason: ask.reason }
  const none = {
    otherId: null,
    receivedBefore: null,
    codeBefore: null,
    codeAfter: null,
    dateId: null,
    dateBefore: null,
  }
  await insertRepair(tx, { id, number, kind: 'split', ...own, ...none })
  audit(tx, {
    action: 'repair.split',
    subjectKind: 'repair',
    subjectId: id,
    after: { number, batch: parent.code, parts: children.map(({ code, quantity }) => ({ batch: code, quantity })) },
    reason: ask.reason,
  })
  await repaired(tx, parent.productId, [parent.id, ...children.map((child) => child.id)])
  return id
}

type Splitting = Readonly<{ parent: BatchRow; product: ProductRow }>

async function refuseBeyond(tx: Tx, { parent, product }: Splitting, parts: readonly Part[]): Promise<void> {
  const lying = new Map((await lyingOf(tx, parent.id)).map((row) => [row.placeId, row]))
  const places = new Map(
    (
      await placesById(
        tx,
        parts.map(({ place }) => place),
      )
    ).map((row) => [row.id, row]),
  )
  const asked = new Map<string, number>()
  for (const [at, { place: placeId, quantity }] of parts.entries()) {
    const place = places.get(placeId)
    if (!place) throw new Refusal('not_found', { kind: 'place', id: placeId })
    const row = lying.get(placeId) ?? { onHand: 0, reserved: 0, picked: 0 }
    const most = looseOf(row, product)
    const all = (asked.get(placeId) ?? 0) + quantity
    asked.set(placeId, all)
    if (all <= most) continue
    const orders = row.picked > 0 ? await ordersPicked(tx, parent.id, [placeId]) : []
    const names = { where: `part ${at + 1}`, batch: parent.code, place: place.code }
    throw new Refusal('split_beyond', { ...names, asked: all, most, orders })
  }
}

/** Of which units each part is; undefined where none are named. */
async function serialsNamed(tx: Tx, parent: BatchRow, parts: readonly Part[]) {
  const named = parts.flatMap(({ serials = [] }) => serials.map((code) => ({ productId: parent.productId, code })))
  const serialOf = await findSerials(tx, named)
  const seen = new Set<string>()
  const idOf = (code: string): string => {
    const serial = serialOf(parent.productId, code)
    if (serial?.batchId !== parent.id)
      throw new Refusal('serial_elsewhere', { serial: code, place: `not in batch ${parent.code}` })
    if (seen.has(serial.id)) throw new Refusal('serial_repeated', { serial: serial.code })
    seen.add(serial.id)
    return serial.id
  }
  return parts.map(({ serials }) => serials?.map(idOf))
}

function childrenOf(parts: readonly Part[], serialIds: readonly (string[] | undefined)[]): Child[] {
  const children = new Map<string, Child>()
  for (const [at, { code: given, place, quantity }] of parts.entries()) {
    const code = given === undefined ? null : codeGiven(given, `parts[${at}].code`)
    const key = code ?? `without ${at}`
    const before = children.get(key)?.placed ?? []
    const where = `part ${at + 1}`
    const units = serialIds[at]
    const placed = [...before, { where, place, quantity, ...(units ? { serialIds: units } : {}) }]
    children.set(key, { code, given: given ?? null, where, placed })
  }
  return [...children.values()]
}

async function become(tx: Tx, id: string, parent: BatchRow, { parts, different = false, reason }: Split) {
  const place = placeOf(
    await placesById(
      tx,
      parts.map((part) => part.place),
    ),
  )
  const serialIds = await serialsNamed(tx, parent, parts)
  const made: (BatchRow & Readonly<{ quantity: number; placed: readonly Placed[] }>)[] = []
  for (const { code, given, where, placed } of childrenOf(parts, serialIds)) {
    if (code !== null) await refuseTaken(tx, parent, { code, different, where, anew: true })
    const quantity = placed.reduce((sum, one) => sum + one.quantity, 0)
    made.push({ ...(await splitBatch(tx, { parent, code, codeAsGiven: given, quantity })), quantity, placed })
  }
  await becomeBatch(
    tx,
    made.flatMap((child) =>
      child.placed.map(({ place: placeId, ...placed }) => ({
        ...placed,
        productId: parent.productId,
        batchId: parent.id,
        intoBatchId: child.id,
        place: place(placeId),
        document: { kind: 'repair', id, lineId: null },
        note: reason,
      })),
    ),
  )
  return made
}
