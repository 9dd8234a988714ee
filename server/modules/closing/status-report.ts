/**
 * server/modules/closing/status-report.ts — how far a recall has come, kept as it was: its six items (21 CFR 7.53), with number, who and when.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { counted } from '#domain/counted.ts'
import type { Db, Tx } from '#platform/db.ts'
import { type Part, paper } from '#platform/paper.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockedRecall, type Recall, recallByRef } from '../recalls/index.ts'
import { type StatusFacts, statusFacts } from './status-facts.ts'
import { insertReport, type ReportRow, reportsOf } from './store.ts'

/** Refuses `not_found`, and `recall_state` of one that was not started. Answers with its number. */
export async function makeReport(
  tx: Tx,
  recallId: string,
  { doneOn = null, note = null }: Readonly<{ doneOn?: CalendarDate | null; note?: string | null }>,
): Promise<number> {
  const recall = await lockedRecall(tx, recallId)
  if (recall.state !== 'running' && recall.state !== 'ended')
    throw new Refusal('recall_state', { number: recall.number, state: recall.state, wanted: ['running', 'ended'] })
  const number = ((await reportsOf(tx, recallId)).at(-1)?.number ?? 0) + 1
  await insertReport(tx, recallId, { number, facts: await statusFacts(tx, recallId), doneOn, note })
  audit(tx, { action: 'recall.report', subjectKind: 'recall', subjectId: recallId, after: { number, doneOn, note } })
  return number
}

/** The last one where no number is named. Refuses `not_found`. */
export async function reportOf(
  db: Db,
  ref: string,
  number: number | null,
): Promise<{ recall: Recall; report: ReportRow }> {
  const recall = await recallByRef(db, ref)
  const reports = await reportsOf(db, recall.id)
  const report = number === null ? reports.at(-1) : reports.find((one) => one.number === number)
  if (!report) throw new Refusal('not_found', { kind: 'status report', id: String(number ?? recall.number) })
  return { recall, report }
}

export function reportPaper({ recall, report }: Readonly<{ recall: Recall; report: ReportRow }>): Promise<Uint8Array> {
  const { number, title, class: of } = recall
  return paper(
    {
      title: `Status report ${report.number} on ${number}`,
      about: `${title}${of === null ? '' : `, class ${of}`}. Made by ${report.madeBy}, ${moment(report.madeAt)}.`,
      madeAt: report.madeAt,
    },
    statusParts(report),
  )
}

export const moment = (at: string | null): string => (at === null ? '-' : `${at.slice(0, 16).replace('T', ' ')} UTC`)

/** The six, in the order of the regulation. */
const statusParts = ({ facts, doneOn, note }: Pick<ReportRow, 'facts' | 'doneOn' | 'note'>): Part[] => [
  ...toldParts(facts),
  ...unitParts(facts),
  ...checkParts(facts),
  { heading: '6. Expected completion' },
  { text: doneOn ?? 'Not estimated.' },
  ...(note === null ? [] : [{ text: note }]),
]

export const toldParts = (facts: StatusFacts): Part[] => {
  const { email, letter, phone } = facts.notified.byWay
  return [
    { heading: '1. Consignees notified, when and how' },
    {
      facts: [
        ['Consignees', String(facts.consignees)],
        ['Notified', `${facts.notified.count}: ${email} by e-mail, ${letter} by letter, ${phone} by phone`],
        ['From, to', `${moment(facts.notified.first)}, ${moment(facts.notified.last)}`],
      ],
    },
    { heading: '2. Consignees that responded, and what they had' },
    {
      facts: [
        ['Responded', String(facts.responded.count)],
        ['Have, by their word', counted(facts.responded.have, 'unit')],
      ],
    },
    { heading: '3. Consignees that did not respond' },
    {
      facts: [
        ['Notified and silent', String(facts.silent)],
        ['Not notified', String(facts.notNotified)],
      ],
    },
    ...silentOnes(facts),
  ]
}

export const unitParts = (facts: StatusFacts): Part[] => {
  const { units, accounted } = facts
  return [
    { heading: '4. Returned and corrected, and accounted for' },
    {
      facts: [
        ['Distributed', counted(units.distributed, 'unit')],
        ['Returned', String(units.returned)],
        ['Destroyed by them', String(units.destroyed)],
        ['Used up', String(units.used)],
        ['Accounted for', `${accounted} of ${units.distributed}`],
        ['Still there, coming back', `${units.have}, ${units.returning}`],
        ['Unknown', String(units.unknown)],
      ],
    },
    eachConsignee(facts),
  ]
}

export const checkParts = ({ checks }: StatusFacts): Part[] => [
  { heading: '5. Effectiveness checks' },
  {
    facts: [
      ['Level', checks.level === null ? 'not chosen' : `${checks.level} (${checks.percent} %)`],
      ['Drawn, open', `${checks.drawn}, ${checks.open}`],
      ['Effective', String(checks.effective)],
      ['Not effective', String(checks.notEffective)],
      ['Not reached', String(checks.notReached)],
      ['Passed', checks.passRate === null ? '-' : `${checks.passRate} %`],
    ],
  },
]

const calledOf = ({ customerCode, orderNumbers }: StatusFacts['each'][number]) => customerCode ?? orderNumbers.join(' ')

function silentOnes({ each }: StatusFacts): Part[] {
  const silent = each.filter(({ isSilent, isNotified }) => isSilent || !isNotified)
  return silent.length === 0 ? [] : [{ text: silent.map(calledOf).join(', ') }]
}

function eachConsignee({ each }: StatusFacts): Part {
  const right = true as const
  return {
    columns: [
      { title: 'Consignee', width: 4 },
      { title: 'Shipped', width: 2, right },
      { title: 'Returned', width: 2, right },
      { title: 'Destroyed', width: 2, right },
      { title: 'Used', width: 2, right },
      { title: 'Left', width: 2, right },
    ],
    rows: each.map((one) => [
      calledOf(one),
      ...[one.quantity, one.returned, one.destroyed, one.used, one.have + one.returning + one.unknown].map(String),
    ]),
  }
}
