/**
 * server/modules/checks/draw-checks.ts — who is checked: drawn at random from those who got what a recall means, none twice, and again when more come.
 */
import { randomInt } from 'node:crypto'
import { drawn } from '#domain/counts/drawn.ts'
import { type CheckLevel, percentOfLevel, percentProblem, toCheck } from '#domain/recalls/effectiveness.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { noticeRecipients } from '../notices/index.ts'
import { lockedRecall } from '../recalls/index.ts'
import { type DrawRow, drawnOf, drawsOf, insertDraw, insertDrawn } from './store.ts'

export type Chosen = Readonly<{ level: CheckLevel; percent?: number; seed?: number }>

/** Whoever was drawn before stays drawn. Refuses `not_found`, `recall_state` of one that does not run, and `invalid_input` for a percentage that the level has not. */
export async function chooseLevel(tx: Tx, recallId: string, { level, seed, ...typed }: Chosen): Promise<void> {
  const percent = typed.percent ?? null
  const problem = percentProblem(level, percent)
  if (problem !== null) throw new Refusal('invalid_input', { problems: [{ at: 'percent', message: problem }] })
  const { number, state } = await lockedRecall(tx, recallId)
  if (state !== 'running') throw new Refusal('recall_state', { number, state, wanted: ['running'] })
  const hundredths = Math.round(percentOfLevel(level, percent) * 100)
  await draw(tx, recallId, { because: 'chosen', level, percent: hundredths, seed: seed ?? randomInt(2 ** 31) })
}

/** Of a recall that means more by now. Done twice, it draws nobody the second time. */
export async function drawForMore(tx: Tx, recallId: string): Promise<void> {
  const { state } = await lockedRecall(tx, recallId)
  const last = (await drawsOf(tx, recallId)).at(-1)
  if (state !== 'running' || !last) return
  const { level, percent } = last
  await draw(tx, recallId, { because: 'wider', level, percent, seed: randomInt(2 ** 31) })
}

type Drawing = Pick<DrawRow, 'because' | 'level' | 'percent' | 'seed'>

/** Under the lock of the recall. */
async function draw(tx: Tx, recallId: string, drawing: Drawing): Promise<void> {
  const [all, before, draws] = await Promise.all([
    noticeRecipients(tx, recallId),
    drawnOf(tx, recallId),
    drawsOf(tx, recallId),
  ])
  const meant = all.filter(({ isMeant }) => isMeant)
  const known = new Set(before.map(({ id }) => id))
  const free = meant.filter(({ id }) => !known.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const still = meant.filter(({ id }) => known.has(id)).length
  const count = Math.max(toCheck(meant.length, drawing.percent / 100) - still, 0)
  const chosen = drawn(free, { count, seed: drawing.seed })
  if (drawing.because === 'wider' && chosen.length === 0) return
  const number = (draws.at(-1)?.number ?? 0) + 1
  await insertDraw(tx, recallId, { ...drawing, number, consignees: meant.length, candidates: free.map(({ id }) => id) })
  if (chosen.length > 0) await insertDrawn(tx, { recallId, draw: number }, chosen)
  const { level, percent, because, seed } = drawing
  audit(tx, {
    action: 'recall.checks.draw',
    subjectKind: 'recall',
    subjectId: recallId,
    after: {
      draw: number,
      because,
      level,
      percent: percent / 100,
      consignees: meant.length,
      drawn: chosen.length,
      seed,
    },
  })
}
