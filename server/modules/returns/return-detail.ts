import { groupBy } from '#domain/group-by.ts'
import { boundsOf, mostOf } from '#domain/unlabelled.ts'
import type { Db } from '#platform/db.ts'
import { filesById } from '#platform/files.ts'
import { checksOf, decisionsOf, inspectionsOf, photosOf } from './inspection-store.ts'
import { type Lot, lotsOf } from './lots.ts'
import { scopesOf, sentBatches } from './sent-batches.ts'
import { cameBack, type ReturnView, returnLines } from './store.ts'
import { type Fit, fitOf, scopeKeys } from './unlabelled.ts'

/**
 * With what came back of each line, and which batches can still come; these only where it is known who had them. For one
 * return and for a wave of them.
 */
export async function returnsInFull(db: Db, returns: readonly ReturnView[]) {
  const ids = returns.map(({ id }) => id)
  const [lines, back, scopes] = await Promise.all([returnLines(db, ids), cameBack(db, ids), scopesOf(db, returns)])
  const linesOf = groupBy(lines, ({ returnId }) => returnId)
  const backOf = groupBy(back, ({ lineId }) => lineId)
  const open = returns
    .filter(({ id, closedAt }) => closedAt === null && scopes(id).every(({ kind }) => kind !== 'anybody'))
    .map(({ id }) => ({ id, scopes: scopes(id), productIds: productsOf(linesOf.get(id) ?? []) }))
  const productIds = [...new Set(open.flatMap((one) => one.productIds))]
  const every = open.flatMap((one) => one.scopes)
  const [sent, fit] = await Promise.all([sentBatches(db, open), fitOf(db, productIds, every)])
  const most = (id: string, row: { batchId: string; out: number }) =>
    fit.sets.length === 0 ? row.out : mostOf(row.batchId, scopeKeys(scopes(id)), fit)
  return returns.map((row) => ({
    ...row,
    lines: (linesOf.get(row.id) ?? []).map((line) => ({
      ...line,
      batches: backOf.get(line.id) ?? [],
      out: sent(row.id)
        .filter(({ productId }) => productId === line.productId)
        .map(({ out, ...batch }) => ({ ...batch, quantity: most(row.id, { ...batch, out }) }))
        .filter(({ quantity }) => quantity > 0),
    })),
  }))
}

const productsOf = (lines: readonly { productId: string }[]) => [...new Set(lines.map(({ productId }) => productId))]
type Full = Awaited<ReturnType<typeof returnsInFull>>[number]

/** Of what was only just announced nothing has come, and nobody looked at it. */
export const notLookedAt = (found: Full) => ({
  ...found,
  lines: found.lines.map((line) => ({ ...line, lots: [] })),
  inspections: [],
})

/** And as what the units stand, who looked at them, and what was found. */
export async function withInspections(db: Db, found: Full) {
  const ids = [found.id]
  const [lots, inspections, decisions] = await Promise.all([
    lotsOf(db, ids),
    inspectionsOf(db, ids),
    decisionsOf(db, ids),
  ])
  const inspectionIds = inspections.map(({ id }) => id)
  const [checks, photos, fit] = await Promise.all([
    checksOf(db, inspectionIds),
    photosOf(db, inspectionIds),
    fitOf(db, unlabelledProducts(found, lots), []),
  ])
  const files = await filesById(
    db,
    photos.map(({ fileId }) => fileId),
  )
  const lineNoOf = new Map(found.lines.map(({ id, lineNo }) => [id, lineNo]))
  const of = <Row extends { inspectionId: string }>(rows: readonly Row[], id: string) =>
    rows.filter(({ inspectionId }) => inspectionId === id)
  return {
    ...found,
    lines: found.lines.map((line) => ({
      ...line,
      lots: lots.filter(({ lineId }) => lineId === line.id).map((lot) => told(lot, fit)),
    })),
    inspections: inspections.map((one) => ({
      ...one,
      lineNo: lineNoOf.get(one.lineId) ?? 0,
      checks: of(checks, one.id),
      photos: files.filter((file) => of(photos, one.id).some(({ fileId }) => fileId === file.id)),
      decisions: of(decisions, one.id),
    })),
  }
}

function unlabelledProducts(found: Full, lots: readonly Lot[]): string[] {
  const lineIds = new Set(lots.filter(({ unlabelledId }) => unlabelledId !== null).map(({ lineId }) => lineId))
  return [...new Set(found.lines.filter(({ id }) => lineIds.has(id)).map(({ productId }) => productId))]
}

/** A set of candidates with how many of its units may be of each. */
const told = (lot: Lot, fit: Fit) => ({
  ...lot,
  candidates: lot.candidates.map((one) => ({
    ...one,
    ...boundsOf([one.batchId], new Set([lot.unlabelledId ?? '']), fit),
  })),
})
