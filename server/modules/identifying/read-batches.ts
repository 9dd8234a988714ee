/**
 * server/modules/identifying/read-batches.ts — which batch is meant by what somebody typed or scanned: by its id, its code, or all that a GS1 label says,
 * by the same rules as goods that arrive.
 */
import { normaliseBatchCode } from '#domain/batch-code.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import { type Label, readLabel } from '#domain/gs1/label.ts'
import type { Tx } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { type BatchAsk, type BatchRow, batchesById, identifyBatches } from '../batches/index.ts'
import { type ProductRow, productsByGtin } from '../catalog/index.ts'
import { batchesCalled, type CalledBatch } from './lying.ts'

export type SaidBatch = Readonly<{
  batch: string
  producedOn?: CalendarDate
  bestBefore?: CalendarDate
  useBy?: CalendarDate
  expiresOn?: CalendarDate
  supplierLot?: string
  /** A code that looks like a known one is another batch. */
  different?: boolean
}>
/** `where` for sentences, `at` for the field. */
export type Placed<Said> = Said & Readonly<{ where: string; at: string }>
type Problem = { at: string; message: string }

/**
 * In their order; new ones are added. The product must be locked. Refuses `invalid_input` naming each line, `ambiguous` where suppliers have codes of their own and
 * several have this one, and what `identifyBatches` refuses.
 */
export async function batchesMeant(
  tx: Tx,
  product: ProductRow,
  said: readonly Placed<SaidBatch>[],
): Promise<BatchRow[]> {
  const labels = said.map(({ batch }) => (isId(batch) ? null : readLabel(batch, Number(tx.act.at.slice(0, 4)))))
  const known = new Map(
    (await batchesById(tx, said.map(({ batch }) => batch).filter(isId))).map((row) => [row.id, row]),
  )
  const owners = await ownersOf(tx, labels)
  const doubtOf = await doubts(tx, product, labels)
  const problems: Problem[] = said.flatMap(({ batch, at }, index) => {
    const label = labels[index] ?? null
    const wrong = label ? wrongLabel(label, product, owners) : wrongBatch(known.get(batch), product)
    const message = wrong ?? (label && doubtOf(label))
    return message === null ? [] : [{ at, message }]
  })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const supplierOf = await suppliersMeant(tx, product, labels)
  const asks = said.map((one, index): BatchAsk => {
    const [label, row] = [labels[index] ?? null, known.get(one.batch)]
    const supplier = row ? row.identitySupplier : label && supplierOf(label, one.where)
    return { ...askOf(tx, product, { said: one, label, row }), supplier: supplier ? { id: supplier, name: '' } : null }
  })
  return identifyBatches(tx, asks)
}

const codeOf = ({ batch, text }: Label) => normaliseBatchCode(batch ?? text).code

/** A batch that may be meant otherwise is taken only where it is known here. */
async function doubts(tx: Tx, { id }: ProductRow, labels: readonly (Label | null)[]) {
  const doubtful = labels.flatMap((label) => (label?.doubt ? [codeOf(label)] : []))
  const known = new Set(doubtful.length > 0 ? (await batchesCalled(tx, id, doubtful)).map(({ called }) => called) : [])
  return (label: Label): string | null =>
    label.doubt && !known.has(codeOf(label)) ? `cannot be read: ${label.doubt.says}` : null
}

/** Whose code a label bears, where each supplier has codes of his own and nobody says who it is; null where nobody has it yet. */
async function suppliersMeant(tx: Tx, { id, batchIdentity }: ProductRow, labels: readonly (Label | null)[]) {
  if (batchIdentity !== 'supplier') return () => null
  const codes = labels.flatMap((label) => (label ? [codeOf(label)] : []))
  const called = groupBy(await batchesCalled(tx, id, codes), (row) => row.called)
  return (label: Label, where: string): string | null => {
    const name = codeOf(label)
    const [only, ...others] = called.get(name) ?? []
    if (only && others.length > 0)
      throw new Refusal('ambiguous', { where, name, candidates: [only, ...others].map(told) })
    return only?.identitySupplier ?? null
  }
}

const told = ({ id, code, supplierName, expiresOn }: CalledBatch) => ({
  id,
  says: [`batch ${code}`, supplierName && ` of ${supplierName}`, expiresOn && `, last day ${expiresOn}`].join(''),
})

async function ownersOf(tx: Tx, labels: readonly (Label | null)[]): Promise<Map<string, string>> {
  const gtins = [...new Set(labels.flatMap((label) => label?.gtin ?? []))]
  const rows = gtins.length > 0 ? await productsByGtin(tx, gtins) : []
  return new Map(rows.map(({ gtin, id }) => [gtin, id]))
}

function wrongLabel(
  { problems, gtin, batch }: Label,
  product: ProductRow,
  owners: ReadonlyMap<string, string>,
): string | null {
  const [problem] = problems
  if (problem) return `cannot be read: ${problem.says}`
  if (gtin !== null && owners.get(gtin) !== product.id) return `bears GTIN ${gtin}, which is not ${product.sku}`
  return gtin !== null && batch === null ? 'names no batch: read it from the label' : null
}

function wrongBatch(row: BatchRow | undefined, { id, sku }: ProductRow): string | null {
  if (!row || row.productId !== id) return `is no batch of ${sku}`
  return row.kind === 'untracked' ? `must be a batch of ${sku}: these goods have none` : null
}

type Read = Readonly<{ said: Placed<SaidBatch>; label: Label | null; row: BatchRow | undefined }>

/** What is typed beside a label counts before what the label says. */
function askOf(tx: Tx, product: ProductRow, { said, label, row }: Read): Omit<BatchAsk, 'supplier'> {
  const typed = said.producedOn ?? said.bestBefore ?? said.useBy ?? said.expiresOn
  const { where, supplierLot = null, different = false } = said
  return {
    where,
    product,
    code: row?.code ?? label?.batch ?? label?.text ?? null,
    dates: {
      producedOn: said.producedOn ?? label?.producedOn ?? null,
      bestBefore: said.bestBefore ?? label?.bestBefore ?? null,
      useBy: said.useBy ?? null,
      expiresOn: said.expiresOn ?? label?.expiresOn ?? null,
    },
    source: typed === undefined && label?.batch ? 'scanned' : 'typed',
    supplierLot,
    originCountry: null,
    different,
    same: true,
    origin: tx.act,
  }
}

/** Goods that may be of no batch at all. */
export const nothingPossible = () =>
  new Refusal('invalid_input', {
    problems: [{ at: 'candidates', message: 'must name a batch, or say that it may be any' }],
  })
