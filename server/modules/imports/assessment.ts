/**
 * server/modules/imports/assessment.ts — the gaps of a sheet of stock, or what went wrong with past shipments, and what they come to, in rows, units and money: as the page and the paper tell them.
 */
import { groupBy } from '#domain/group-by.ts'
import { findingMeanings, findings } from '#domain/imports/findings.ts'
import type { Db } from '#platform/db.ts'
import { importNamed } from './import-detail.ts'
import { type GapSum, gapSums, rowsWithoutGap } from './store-verdicts.ts'

export type Assessment = Awaited<ReturnType<typeof assessment>>

/** Refuses `not_found`. Of rows that were not judged yet nothing is told. */
export async function assessment(db: Db, id: string) {
  const of = await importNamed(db, id)
  const [sums, [{ rows: clean } = { rows: 0 }]] = await Promise.all([gapSums(db, id), rowsWithoutGap(db, id)])
  const byGap = groupBy(sums, ({ gap }) => gap)
  const found = findings.flatMap((gap) => {
    const own = byGap.get(gap)
    if (!own) return []
    const [title, means] = findingMeanings[gap]
    return [{ gap, title, means, ...together(own), firstLine: Math.min(...own.map(({ firstLine }) => firstLine)) }]
  })
  return { of, ...together(byGap.get(null) ?? []), clean, gaps: found }
}

function together(sums: readonly GapSum[]) {
  return {
    rows: sums.reduce((all, { rows }) => all + rows, 0),
    units: sums.reduce((all, { units }) => all + units, 0),
    worth: sums.flatMap(({ currency, worth }) => (currency === null ? [] : [{ currency, amount: worth }])),
  }
}
