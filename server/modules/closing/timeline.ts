/**
 * server/modules/closing/timeline.ts — every act of a recall in one list: started, widened, notices, bounces, answers, calls, checks,
 * corrective actions, returns, disposals, reports, end.
 */
import { counted } from '#domain/counted.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { checkTimeline } from '../checks/index.ts'
import { type ActionRow, actionsOf } from '../corrective/index.ts'
import { type NoticeHappening, noticeTimeline } from '../notices/index.ts'
import { type Isolated, isolatedBy, type Recall, recallByRef, startedAt } from '../recalls/index.ts'
import { reachOf, withBatchesOfSerials } from '../trace/index.ts'
import { type CameOrWent, cameOrWent, filesOf, reportsOf } from './store.ts'

export const happeningKinds = ['recall', 'scope', 'notice', 'check', 'action', 'goods', 'report'] as const
export type Happening = Readonly<{
  at: Instant
  kind: (typeof happeningKinds)[number]
  version: number | null // of what is meant, where that was said
  byName: string | null // null where it was somebody outside
  says: string
  detail: string | null
}>

/** Oldest first; `until` leaves out what came later. Refuses `not_found`. */
export async function recallTimeline(db: Db, ref: string, until: Instant | null): Promise<Happening[]> {
  await joinsAsWritten(db)
  const recall = await recallByRef(db, ref)
  const { id } = recall
  const [isolated, notices, checks, reports, files, goods, actions] = await Promise.all([
    isolatedBy(db, id),
    noticeTimeline(db, id),
    checkTimeline(db, id),
    reportsOf(db, id),
    until === null ? filesOf(db, id) : [],
    goodsOf(db, recall, until),
    actionsOf(db, { of: { kind: 'recall', id }, state: null, after: null, limit: null }),
  ])
  const made = { kind: 'report' as const, version: null, detail: null }
  return [
    ...saidOf(recall, isolated),
    ...didOf(recall, isolated),
    ...notices.map(noticed),
    ...checks.map(({ note, ...row }) => ({ ...row, kind: 'check' as const, version: null, detail: note })),
    ...goods.map(moved),
    ...actions.flatMap(putRight),
    ...reports.map(({ number, madeBy, madeAt }) => ({
      ...made,
      at: madeAt,
      byName: madeBy,
      says: `Status report ${number}`,
    })),
    ...files.map(({ number, madeBy, madeAt, sha256 }) => ({
      ...made,
      at: madeAt,
      byName: madeBy,
      says: `Closing file ${number}`,
      detail: `SHA-256 ${sha256}`,
    })),
  ]
    .filter(({ at }) => until === null || at <= until)
    .toSorted((a, b) => a.at.localeCompare(b.at))
}

async function goodsOf(db: Db, recall: Recall, until: Instant | null): Promise<CameOrWent[]> {
  const from = startedAt(recall)
  if (from === null) return []
  const batchIds = withBatchesOfSerials(await reachOf(db, recall.now.scope, until))
  return cameOrWent(db, { batchIds, from, knownOn: until })
}

const saidOf = ({ versions }: Recall, isolated: readonly Isolated[]): Happening[] =>
  versions.map(({ version, reason, madeBy, madeAt }) => ({
    at: madeAt,
    kind: 'scope',
    version,
    byName: madeBy,
    says: version === 1 ? 'Drafted' : `Version ${version}: what is meant was changed`,
    detail: joined(reason, version === 1 ? null : frozeText(isolated.find((one) => one.version === version))),
  }))

const actWords: Readonly<Record<Recall['acts'][number]['kind'], (version: number) => string>> = {
  approve_start: (version) => `The start of version ${version} was approved`,
  start: () => 'Started: everything that is meant is held',
  approve_end: () => 'The end was approved',
  end: () => 'Ended: its holds are lifted',
  abandon: () => 'Abandoned',
}

const didOf = ({ acts }: Recall, isolated: readonly Isolated[]): Happening[] =>
  acts.map(({ kind, version, byName, at, reason }) => ({
    at,
    kind: 'recall',
    version: null,
    byName,
    says: actWords[kind](version),
    detail: joined(reason, kind === 'start' ? frozeText(isolated[0]) : null),
  }))

function frozeText(of: Isolated | undefined): string | null {
  if (!of) return null
  const held = `${counted(of.onHand, 'unit')} of ${counted(of.batches, 'batch', 'batches')} held`
  const back = `${counted(of.released, 'unit')} taken back from ${counted(of.orderLines, 'order line')}`
  return of.released > 0 ? `${held}, ${back}` : held
}

const joined = (...texts: readonly (string | null)[]): string | null => texts.filter(Boolean).join(' · ') || null

const noticeWords: Readonly<Record<NoticeHappening['kind'], (one: NoticeHappening) => string>> = {
  wave: ({ number, recipients }) => `Notices went out, wave ${number}: ${counted(recipients ?? 0, 'mail')}`,
  letters: ({ recipients }) => `${counted(recipients ?? 0, 'letter')} were printed`,
  bounce: () => 'A notice came back',
  call: ({ outcome }) => `A call: ${(outcome ?? '').replaceAll('_', ' ')}`,
  answer: () => 'A consignee answered',
  erased: () => 'Names and addresses were erased',
}

const noticed = (one: NoticeHappening): Happening => ({
  at: one.at,
  kind: 'notice',
  version: null,
  byName: one.byName,
  says: noticeWords[one.kind](one),
  detail: null,
})

const moved = ({ at, byName, reason, number, quantity }: CameOrWent): Happening => ({
  at,
  kind: 'goods',
  version: null,
  byName,
  says: `${counted(quantity, 'unit')} ${reason === 'return' ? 'came back' : 'destroyed'}`,
  detail: number,
})

const putRight = ({ says, openedAt, openedBy, doneAt, doneBy, note }: ActionRow): Happening[] => {
  const shared = { kind: 'action', version: null } as const
  const opened = { ...shared, at: openedAt, byName: openedBy, says: 'To be put right', detail: says }
  if (doneAt === null) return [opened]
  return [opened, { ...shared, at: doneAt, byName: doneBy, says: `Put right: ${says}`, detail: note }]
}
