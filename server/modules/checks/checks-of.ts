/**
 * server/modules/checks/checks-of.ts — the checks of a recall, with their numbers.
 */
import { groupBy } from '#domain/group-by.ts'
import { type CheckLevel, type CheckNumbers, checkNumbers } from '#domain/recalls/effectiveness.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { noticeRecipients } from '../notices/index.ts'
import { recallByRef } from '../recalls/index.ts'
import { drawnOf, drawsOf, type ResultRow, resultsOf } from './store.ts'

export type RecallChecks = Readonly<{ level: CheckLevel | null; percent: number | null; numbers: CheckNumbers }>

/** By recall id or number; the level is null where nobody chose one. Refuses `not_found`. */
export async function checksOfRecall(db: Db, recallRef: string): Promise<RecallChecks> {
  const { id } = await recallByRef(db, recallRef)
  const [draws, drawn, results] = await Promise.all([drawsOf(db, id), drawnOf(db, id), resultsOf(db, id)])
  const last = draws.at(-1)
  const resultOf = lastOf(results)
  return {
    level: last?.level ?? null,
    percent: last ? last.percent / 100 : null,
    numbers: checkNumbers(drawn.map((one) => resultOf.get(one.id) ?? null)),
  }
}

const lastOf = (results: readonly ResultRow[]) => new Map(results.map((result) => [result.consigneeId, result]))

/** With everybody who was drawn, those still to be checked first. Refuses `not_found`. */
export async function checkDetail(db: Db, recallRef: string, seesContacts: boolean) {
  const { id } = await recallByRef(db, recallRef)
  const [sums, draws, drawn, results, recipients] = await Promise.all([
    checksOfRecall(db, id),
    drawsOf(db, id),
    drawnOf(db, id),
    resultsOf(db, id),
    noticeRecipients(db, id),
  ])
  const [own, recipientOf] = [
    groupBy(results, ({ consigneeId }) => consigneeId),
    new Map(recipients.map((one) => [one.id, one])),
  ]
  const items = drawn.map((one) => {
    const recipient = recipientOf.get(one.id)
    return {
      ...one,
      customerCode: recipient?.customerCode ?? null,
      orderNumbers: recipient?.orderNumbers ?? [],
      contact: seesContacts ? (recipient?.contact ?? null) : null,
      quantity: recipient?.quantity ?? 0,
      state: recipient?.state ?? null,
      results: own.get(one.id) ?? [],
    }
  })
  return {
    ...sums,
    draws: draws.map(({ candidates, percent, ...draw }) => {
      const count = drawn.filter((one) => one.draw === draw.number).length
      return { ...draw, percent: percent / 100, candidates: candidates.length, drawn: count }
    }),
    items: items.toSorted((a, b) => Math.min(a.results.length, 1) - Math.min(b.results.length, 1)),
  }
}

export type CheckHappening = Readonly<{ at: Instant; byName: string; says: string; note: string | null }>

/** Each draw and each result, without a name. Refuses `not_found`. */
export async function checkTimeline(db: Db, recallId: string): Promise<CheckHappening[]> {
  const [draws, drawn, results] = await Promise.all([
    drawsOf(db, recallId),
    drawnOf(db, recallId),
    resultsOf(db, recallId),
  ])
  return [
    ...draws.map(({ number, because, level, consignees, madeBy, madeAt }) => {
      const count = drawn.filter(({ draw }) => draw === number).length
      const why = because === 'chosen' ? `Effectiveness checks of level ${level}` : 'More got it: effectiveness checks'
      return { at: madeAt, byName: madeBy, says: `${why}: ${count} drawn from ${consignees}`, note: null }
    }),
    ...results.map((result) => ({
      at: result.at,
      byName: result.byName,
      says: `Check by ${result.way}: ${foundText(result)}`,
      note: result.note,
    })),
  ]
}

function foundText({ reached, gotNotice, acted, unitsFound }: ResultRow): string {
  if (!reached) return 'not reached'
  const notice = gotNotice ? 'got the notice' : 'did not get the notice'
  const did = acted ? 'acted on it' : 'has not acted on it'
  return `${notice}, ${did}${unitsFound === null ? '' : `, ${unitsFound} found`}`
}
