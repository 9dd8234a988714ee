/**
 * server/modules/batches/identify-batches.ts — which batch each arriving line belongs to: one that is known, or a new
 * one. Asks a person wherever two readings are possible, and never merges or doubles in silence.
 */

import { lookAlikeKey, normaliseBatchCode, untrackedCode } from '#domain/batch-code.ts'
import { isMistyped } from '#domain/batch-codes/pattern.ts'
import type { Origin, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { orRefusal, Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import type { BatchAsk } from './batch-ask.ts'
import { type CheckedPatterns, checkedPatterns } from './codes/checked-patterns.ts'
import { type Learned, learn, Said, saveLearned } from './learn-of-known.ts'
import { refuseNotYetMade, type StatedLife, statedLife } from './stated-life.ts'
import {
  type BatchRow,
  batchesLookingLike,
  insertBatches,
  insertDates,
  type KnownAs,
  standingDatesOf,
} from './store.ts'

export const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * One batch for each ask, in order; new ones are written with their dates, and what a delivery adds to a known one is
 * kept. The products must be locked.
 *
 * Refuses `batch_code_needed`, `batch_untracked`, `date_needed`, `production_date_needed`, `batch_dates_differ`, `batch_looks_alike`,
 * `batch_code_mistyped`, `batch_supplier_differs`, `produced_after_expiry`, `produced_after_arrival`, each naming its row.
 */
export async function identifyBatches(tx: Tx, asks: readonly BatchAsk[]): Promise<BatchRow[]> {
  const { matches, fresh, learned } = await match(tx, asks)
  const found = matches.map((one) => {
    if (one instanceof Refusal) throw one
    return one
  })
  await save(tx, fresh)
  await saveLearned(tx, learned)
  return found
}

/** What `identifyBatches` would answer or refuse of each, as if those that it refuses were left out. Nothing is written. */
export const foretellBatches = async (tx: Tx, asks: readonly BatchAsk[]): Promise<(BatchRow | Refusal)[]> =>
  (await match(tx, asks)).matches

type Matched = Readonly<{ matches: (BatchRow | Refusal)[]; fresh: Fresh[]; learned: Learned[] }>

async function match(tx: Tx, asks: readonly BatchAsk[]): Promise<Matched> {
  const wanted = asks.map((ask) => orRefusal(() => wantedBatch(ask)))
  const clear = wanted.filter((one): one is Wanted => !(one instanceof Refusal))
  const known = await batchesLookingLike(tx, clear)
  const index = new Index(known)
  const said = await saidOf(tx, known, clear)
  const patterns = await checkedPatterns(
    tx,
    clear.map(({ productId }) => productId),
  )
  const fresh: Fresh[] = []
  const learned: Learned[] = []
  const matchOne = (want: Wanted): BatchRow => {
    const found = index.match(want)
    if (found) {
      learned.push(...learn(found, want, said))
      return found
    }
    refuseLookAlikes(index, want)
    refuseMistyped(patterns, want)
    refuseMissingDate(want)
    const row = newBatch(tx, want)
    index.add(row)
    said.add(row.id, want.life.statements)
    fresh.push({ row, life: want.life, origin: want.ask.origin })
    return row
  }
  const matches = wanted.map((want) => (want instanceof Refusal ? want : orRefusal(() => matchOne(want))))
  return { matches, fresh, learned }
}

type Wanted = {
  ask: BatchAsk
  productId: string
  code: string
  lookAlikeKey: string
  identitySupplier: string
  life: StatedLife
}

/** Where no line says anything of dates, nothing needs to be read. */
async function saidOf(tx: Tx, known: readonly BatchRow[], wanted: readonly Wanted[]): Promise<Said> {
  const speak = wanted.some(({ life }) => life.statements.length > 0)
  return new Said(
    speak && known.length > 0
      ? await standingDatesOf(
          tx,
          known.map(({ id }) => id),
        )
      : [],
  )
}

function wantedBatch(ask: BatchAsk): Wanted {
  const { product, where } = ask
  const life = statedLife(ask)
  if (life.producedOn && ask.receivedOn) refuseNotYetMade(where, { producedOn: life.producedOn, on: ask.receivedOn })
  const identitySupplier = product.batchIdentity === 'supplier' ? (ask.supplier?.id ?? nobody) : nobody
  if (product.tracking === 'none') {
    if (ask.code !== null) throw new Refusal('batch_untracked', { sku: product.sku })
    return {
      ask,
      productId: product.id,
      code: untrackedCode,
      lookAlikeKey: untrackedCode,
      identitySupplier: nobody,
      life,
    }
  }
  if (ask.code === null || ['', untrackedCode].includes(ask.code.trim()))
    throw new Refusal('batch_code_needed', { where, sku: product.sku })
  const { code, problems } = normaliseBatchCode(ask.code)
  if (problems.length > 0) {
    throw new Refusal('invalid_input', {
      problems: problems.map(({ message }) => ({ at: where, message: `batch code ${message}` })),
    })
  }
  return { ask, productId: product.id, code, lookAlikeKey: lookAlikeKey(code), identitySupplier, life }
}

/** The batches at hand, by exact identity and by how each code looks by which they are found. */
class Index {
  private readonly exact = new Map<string, BatchRow>()
  private readonly alike = new Map<string, string[]>()

  constructor(rows: readonly (BatchRow & KnownAs)[]) {
    // What a line adds to a batch, the next line must see, by whatever code it names it.
    const one = new Map<string, BatchRow>()
    for (const { called, calledSupplier, calledKey, ...row } of rows) {
      const batch = one.get(row.id) ?? row
      one.set(row.id, batch)
      this.name(batch, { code: called, identitySupplier: calledSupplier, lookAlikeKey: calledKey })
    }
  }

  add = (row: BatchRow): void => this.name(row, row)

  private name(row: BatchRow, known: Pick<BatchRow, 'code' | 'identitySupplier' | 'lookAlikeKey'>): void {
    this.exact.set(`${row.productId} ${known.identitySupplier} ${known.code}`, row)
    const key = `${row.productId} ${known.lookAlikeKey}`
    this.alike.set(key, [...(this.alike.get(key) ?? []), known.code])
  }

  match = ({ productId, identitySupplier, code }: Wanted) => this.exact.get(`${productId} ${identitySupplier} ${code}`)
  looksLike = ({ productId, lookAlikeKey, code }: Wanted) =>
    (this.alike.get(`${productId} ${lookAlikeKey}`) ?? []).filter((known) => known !== code)
}

function refuseLookAlikes(index: Index, want: Wanted): void {
  const known = [...new Set(index.looksLike(want))]
  if (known.length === 0 || want.ask.different) return
  throw new Refusal('batch_looks_alike', {
    where: want.ask.where,
    code: want.code,
    known,
    choices: ['use_known', 'different'],
  })
}

function refuseMistyped(patterns: CheckedPatterns, { ask: { where, product, different }, code }: Wanted): void {
  const checked = different ? undefined : patterns.of(product.id)
  if (!checked || !isMistyped(checked.parts, code, product)) return
  throw new Refusal('batch_code_mistyped', {
    where,
    code,
    pattern: checked.pattern,
    choices: ['correct', 'different'],
  })
}

function refuseMissingDate({ ask: { product, where }, life }: Wanted): void {
  if (product.dates !== 'required') return
  const { sku, lifeDays, deliveryLifePercentMin: percentMin } = product
  if (life.expiresOn === null) throw new Refusal('date_needed', { where, sku, lifeDays })
  if (percentMin && life.producedOn === null) throw new Refusal('production_date_needed', { where, sku, percentMin })
}

function newBatch(tx: Tx, { ask, productId, code, lookAlikeKey: key, identitySupplier, life }: Wanted): BatchRow {
  return {
    id: newId(),
    productId,
    kind: ask.product.tracking === 'none' ? 'untracked' : 'batch',
    code,
    codeAsGiven: ask.code ?? code,
    lookAlikeKey: key,
    identitySupplier,
    supplierId: ask.supplier?.id ?? null,
    supplierLot: ask.supplierLot,
    originCountry: ask.originCountry,
    producedOn: life.producedOn,
    expiresOn: life.expiresOn,
    firstReceivedOn: ask.receivedOn ?? null,
    attributes: {},
    createdAt: tx.act.at,
    mergedIntoId: null,
  }
}

type Fresh = Readonly<{ row: BatchRow; life: StatedLife; origin: Origin }>

async function save(tx: Tx, fresh: readonly Fresh[]): Promise<void> {
  if (fresh.length === 0) return
  await insertBatches(
    tx,
    fresh.map(({ row }) => row),
  )
  const dates = fresh.flatMap(({ row, life }) =>
    life.statements.map((statement) => ({ id: newId(), batchId: row.id, reason: null, ...statement })),
  )
  if (dates.length > 0) await insertDates(tx, dates)
  auditMany(
    tx,
    fresh.map(({ row, origin }) => ({
      action: 'batch.add',
      origin,
      subjectKind: 'batch',
      subjectId: row.id,
      after: { code: row.code, productId: row.productId, producedOn: row.producedOn, expiresOn: row.expiresOn },
    })),
  )
}
