/**
 * server/modules/counts/read-lines.ts — from what was scanned or typed at a bin to products and batches. Names every wrong line at once.
 */
import { normaliseBatchCode, untrackedCode } from '#domain/batch-code.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import { type Label, readLabel } from '#domain/gs1/label.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { sameGoodsOf } from '../batches/index.ts'
import { notStocked, type ProductRow, productsByGtin, resolveProducts } from '../catalog/index.ts'
import { batchesCalled, type Lying, type NamedBatch } from './lying.ts'

export type ScannedLine = Readonly<{
  product?: string
  /** Id or code of the batch, or all that a GS1 label says. */
  batch?: string
  quantity: number
  serials?: readonly string[]
  /** As it stands on the label. */
  expiresOn?: CalendarDate
  note?: string
}>
export type Placed = Readonly<{ at: string; placeId: string; line: ScannedLine }>
export type FoundLine = Readonly<{
  placeId: string
  product: ProductRow
  batchId: string | null // null where the system has no such batch
  code: string
  found: number
  serials: readonly string[]
  expiresOn: CalendarDate | null
  dateSource: 'scanned' | 'typed' | null
  note: string | null
}>
export type Problem = Readonly<{ at: string; message: string }>

type Read = Readonly<{ id: string | null; code: string | null; label: Label | null }>
type Known = Readonly<{
  products: ReadonlyMap<string, ProductRow>
  byGtin: ReadonlyMap<string, string>
  /** By id and by code. */
  named: ReadonlyMap<string, readonly NamedBatch[]>
  isHere: (placeId: string, batchId: string) => boolean
  /** What of it was opened, frozen or thawed and lies here: its label has the code of the batch it was made of. */
  madeHere: (placeId: string, batchId: string) => readonly Lying[]
}>

/** `lying`: what is expected at these places, for a code is first meant to be of what lies there. */
export async function readLines(
  db: Db,
  placed: readonly Placed[],
  lying: readonly Lying[],
): Promise<{ lines: FoundLine[]; problems: Problem[] }> {
  const reads = placed.map(({ line }) => readBatch(db, line.batch))
  const codes = reads.flatMap(({ code, label }) => [code ?? [], label ? label.text : []].flat())
  const batches = await batchesCalled(db, {
    ids: [...new Set(reads.flatMap(({ id }) => id ?? []))],
    codes: [...new Set([...codes, untrackedCode])],
  })
  const byGtin = await gtinsOf(db, reads)
  const refs = [...placed.flatMap(({ line }) => line.product ?? []), ...byGtin.values()]
  const products = await resolveProducts(db, [...refs, ...batches.map(({ productId }) => productId)])
  const here = new Set(lying.map(({ placeId, batchId }) => `${placeId} ${batchId}`))
  const made = await madeOf(db, lying)
  const known = {
    products,
    byGtin,
    named: groupBy(batches, ({ name }) => name),
    isHere: (placeId: string, batchId: string) => here.has(`${placeId} ${batchId}`),
    madeHere: (placeId: string, batchId: string) => made.get(`${placeId} ${batchId}`) ?? [],
  }
  const lines: FoundLine[] = []
  const problems: Problem[] = []
  for (const [at, one] of placed.entries()) {
    const line = foundLine(one, reads[at] ?? nothing, known)
    if (typeof line === 'string') problems.push({ at: one.at, message: line })
    else lines.push(line)
  }
  return { lines, problems }
}

/** By place and the batch that something there was made of. */
async function madeOf(db: Db, lying: readonly Lying[]): Promise<Map<string, Lying[]>> {
  const rows = await sameGoodsOf(db, [...new Set(lying.map(({ batchId }) => batchId))])
  const ancestors = groupBy(
    rows.filter(({ batchId, ancestorId }) => batchId !== ancestorId),
    ({ batchId }) => batchId,
  )
  const made = lying.flatMap((row) =>
    (ancestors.get(row.batchId) ?? []).map(({ ancestorId }) => ({ key: `${row.placeId} ${ancestorId}`, row })),
  )
  return new Map([...groupBy(made, ({ key }) => key)].map(([key, group]) => [key, group.map(({ row }) => row)]))
}

const nothing: Read = { id: null, code: null, label: null }

function readBatch(db: Db, batch: string | undefined): Read {
  if (batch === undefined) return nothing
  if (isId(batch)) return { ...nothing, id: batch }
  const label = readLabel(batch, Number(db.act.at.slice(0, 4)))
  return { id: null, code: normaliseBatchCode(label.batch ?? label.text).code, label }
}

async function gtinsOf(db: Db, reads: readonly Read[]): Promise<Map<string, string>> {
  const gtins = [...new Set(reads.flatMap(({ label }) => label?.gtin ?? []))]
  const owners = gtins.length > 0 ? await productsByGtin(db, gtins) : []
  return new Map(owners.map(({ gtin, id }) => [gtin, id]))
}

/** What was found, or what is wrong with the line. */
function foundLine({ placeId, line }: Placed, read: Read, known: Known): FoundLine | string {
  const [problem] = read.label?.problems ?? []
  if (problem) return `cannot be read: ${problem.says}`
  const product = productMeant(line, read, { placeId, known })
  if (typeof product === 'string') return product
  const wrong = wrongOf(line, product)
  if (wrong) return wrong
  const batch = batchMeant(product, read, { placeId, known })
  if (typeof batch === 'string') return batch
  if (batch.id === null && read.label?.doubt) return `cannot be read: ${read.label.doubt.says}`
  const said = read.label?.expiresOn ?? read.label?.bestBefore ?? null
  const expiresOn = batch.id === null ? (line.expiresOn ?? said) : null
  const typed = line.expiresOn !== undefined && line.expiresOn !== said
  return {
    placeId,
    product,
    batchId: batch.id,
    code: batch.code,
    found: line.quantity,
    serials: line.serials ?? [],
    expiresOn,
    dateSource: expiresOn === null ? null : typed ? 'typed' : 'scanned',
    note: line.note ?? null,
  }
}

type Where = Readonly<{ placeId: string; known: Known }>

/** As it was said; else by the GTIN of the label; else the one that has a batch of that code, at this bin before any other. */
function productMeant(line: ScannedLine, read: Read, { placeId, known }: Where): ProductRow | string {
  if (line.product !== undefined) return known.products.get(line.product) ?? `there is no product "${line.product}"`
  const named = known.named.get(read.id ?? read.code ?? '') ?? []
  const gtin = read.label?.gtin ?? null
  if (gtin !== null && (read.label?.batch !== null || named.length === 0)) {
    const owner = known.products.get(known.byGtin.get(gtin) ?? '')
    return owner ?? `no product here has the GTIN ${gtin}`
  }
  const near = named.filter(({ id }) => known.isHere(placeId, id))
  const owners = [...new Set((near.length > 0 ? near : named).map(({ productId }) => productId))]
  const [owner] = owners
  if (owners.length > 1) return `batch "${line.batch}" is of several products: name the product`
  return (
    (owner && known.products.get(owner)) ??
    (line.batch === undefined
      ? 'must name a product or a batch'
      : `no batch "${line.batch}" is known: name its product`)
  )
}

function wrongOf({ batch, quantity, serials }: ScannedLine, product: ProductRow): string | null {
  if (product.isKit) return notStocked(product, 'count')
  if (product.tracking === 'none')
    return batch === undefined || serials === undefined ? null : `${product.sku} has no serials`
  if (batch === undefined) return `name the batch of ${product.sku}`
  if (product.tracking !== 'serial' || (serials?.length ?? 0) === quantity) return null
  return `${product.sku} is tracked by serial: ${quantity} were found, ${serials?.length ?? 0} serials are named`
}

function batchMeant(
  product: ProductRow,
  read: Read,
  { placeId, known }: Where,
): { id: string | null; code: string } | string {
  const code = product.tracking === 'none' ? untrackedCode : (read.code ?? '')
  const called = known.named.get(product.tracking === 'none' ? code : (read.id ?? code)) ?? []
  const named = called.filter(({ productId }) => productId === product.id)
  if (read.id !== null && named.length === 0) return `${product.sku} has no batch "${read.id}"`
  const here = named.filter(({ id }) => known.isHere(placeId, id))
  const [batch, other] = here.length > 0 ? here : named
  if (batch && other) return `${product.sku} has several batches ${code}, of several suppliers: name it by its id`
  if (batch) return asItLies(batch, read, known.madeHere(placeId, batch.id), here.length > 0)
  const { problems } = normaliseBatchCode(code)
  return problems[0] ? `batch code ${problems[0].message}` : { id: null, code }
}

/** Where the batch itself does not lie here and something that was made of it does, that is meant: both have the same label. */
function asItLies({ id, code }: NamedBatch, read: Read, made: readonly Lying[], isHere: boolean) {
  const [only, ...others] = made
  if (read.id !== null || isHere || !only) return { id, code }
  if (others.length === 0) return { id: only.batchId, code: only.batchCode }
  return `of batch ${code} several were made that lie here: name ${made.map(({ batchCode }) => batchCode).join(' or ')}`
}
