/**
 * server/modules/closing/closing-paper.ts — the closing file on paper: what, why, who, when, where every unit is, who was told, and what the checks found.
 */
import { counted } from '#domain/counted.ts'
import type { Bounds } from '#domain/unlabelled.ts'
import { type Part, paper } from '#platform/paper.ts'
import type { ClosingFacts } from './closing-facts.ts'
import { checkParts, moment, toldParts, unitParts } from './status-report.ts'

const kinds = {
  recall: 'Recall',
  withdrawal: 'Market withdrawal',
  stock_recovery: 'Stock recovery',
  mock: 'Mock recall',
} as const

export function closingPaper(facts: ClosingFacts): Promise<Uint8Array> {
  const { recall } = facts
  const about = `${kinds[recall.kind]}${recall.class === null ? '' : ` of class ${recall.class}`}: ${recall.title}. As known at its end.`
  return paper({ title: `Closing file of ${recall.number}`, about, madeAt: recall.endedAt }, [
    ...what(facts),
    ...openAtTheEnd(facts),
    ...balance(facts),
    { heading: 'Who was told' },
    { text: 'By code or order; names and addresses are kept apart, and are erased in time.' },
    ...toldParts(facts.status),
    ...unitParts(facts.status),
    ...soldOn(facts),
    ...checkParts(facts.status),
    ...putRight(facts),
    ...happened(facts),
    ...sealedBy(facts),
  ])
}

function what({ recall, acts, batches }: ClosingFacts): Part[] {
  const by = (kind: string) => acts.filter((act) => act.kind === kind)
  const people = (kind: string) =>
    by(kind)
      .map(({ byName, at }) => `${byName}, ${moment(at)}`)
      .join('; ') || '-'
  return [
    {
      facts: [
        ['What is wrong', recall.reason],
        ['Hazard', recall.hazard ?? '-'],
        ['Written down', `${recall.openedBy}, ${moment(recall.openedAt)}`],
        ['Start approved', people('approve_start')],
        ['Started', people('start')],
        ['End approved', people('approve_end')],
        ['Ended', people('end')],
        ['Reason of the end', by('end')[0]?.reason ?? '-'],
      ],
    },
    { heading: 'What was meant' },
    {
      columns: [
        { title: 'Product', width: 3 },
        { title: 'Batch', width: 4 },
        { title: 'Last day', width: 2 },
        { title: 'Meant', width: 2 },
        { title: 'Accounted for', width: 2, right: true },
      ],
      rows: batches.map(({ sku, batchCode, expiresOn, named, massBalance }) => [
        sku,
        batchCode,
        expiresOn ?? '-',
        named ? 'named' : 'made of it',
        `${massBalance.percent} %`,
      ]),
    },
  ]
}

function openAtTheEnd({ open }: ClosingFacts): Part[] {
  if (open.length === 0) return [{ text: 'Nothing was open when it ended.' }]
  return [{ heading: 'What was still open when it ended' }, ...open.map((text) => ({ text }))]
}

const right = true as const

/** So wide that no word is broken. */
const balanceColumns = [
  { title: 'Product', width: 2.4 },
  { title: 'Distributed', width: 2.4, right },
  { title: 'Sent since', width: 1.7, right },
  { title: 'Recovered', width: 2.3, right },
  { title: 'Outstanding', width: 2.5, right },
  { title: 'Held', width: 1.5, right },
  { title: 'Destroyed', width: 2.2, right },
  { title: 'Other', width: 1.4, right },
  { title: 'Gap', width: 1.4, right },
]

const balance = ({ balance: rows }: ClosingFacts): Part[] => [
  { heading: 'Where every unit is' },
  {
    columns: balanceColumns,
    rows: rows.map((row) => [
      row.sku,
      ...[
        row.distributed,
        row.sentSince,
        row.recovered,
        row.outstanding,
        row.held,
        row.destroyed,
        row.other,
        row.gap,
      ].map(String),
    ]),
  },
]

const boundsText = ({ least, most }: Bounds) => (least === most ? String(least) : `${least} to ${most}`)

function soldOn({ soldOn: rows }: ClosingFacts): Part[] {
  if (rows.length === 0) return []
  return [
    { heading: 'Sold on by consignees' },
    {
      text: 'Those who sell on report how many, and not of which batch: of each, at least and at most. What is sold on is with consumers.',
    },
    {
      columns: [
        { title: 'Account', width: 3 },
        { title: 'Product', width: 3 },
        { title: 'Batch', width: 3 },
        { title: 'Sent', width: 2, right },
        { title: 'Returned', width: 2, right },
        { title: 'Sold on', width: 2, right },
        { title: 'There still', width: 2, right },
      ],
      rows: rows.map(({ customerCode, sku, batchCode, sent, returned, soldOn: sold, there }) => [
        customerCode,
        sku,
        batchCode,
        String(sent),
        String(returned),
        boundsText(sold),
        boundsText(there),
      ]),
    },
  ]
}

function putRight({ actions }: ClosingFacts): Part[] {
  if (actions.length === 0) return []
  return [
    { heading: 'Corrective actions' },
    { text: 'As they stood when this file was made, for they go on after the end.' },
    {
      columns: [
        { title: 'What', width: 6 },
        { title: 'Owner', width: 2 },
        { title: 'Due', width: 2 },
        { title: 'State', width: 3 },
      ],
      rows: actions.map(({ says, owner, dueOn, doneBy, doneAt, note }) => [
        says,
        owner,
        dueOn,
        doneBy === null ? 'open' : `done ${(doneAt ?? '').slice(0, 10)} by ${doneBy}: ${note ?? ''}`,
      ]),
    },
  ]
}

function sealedBy({ seal }: ClosingFacts): Part[] {
  if (seal === null) return []
  const { checkpoint, completeTo } = seal
  return [
    { heading: 'The seal' },
    {
      text: 'What was recorded is sealed in a chain of blocks. Block and hash stand for all that was sealed until then; checkpoint.json beside this paper holds the chain against them.',
    },
    {
      facts: [
        ['Block', String(checkpoint.block)],
        ['Hash', checkpoint.hash],
        ['Sealed', moment(checkpoint.at)],
        ['Complete to', completeTo === null ? '-' : moment(completeTo)],
      ],
    },
  ]
}

const happened = ({ timeline }: ClosingFacts): Part[] => [
  { heading: `What happened: ${counted(timeline.length, 'act')}` },
  {
    columns: [
      { title: 'When', width: 3 },
      { title: 'Who', width: 3 },
      { title: 'What', width: 7 },
    ],
    rows: timeline.map(({ at, byName, says, detail }) => [
      moment(at),
      byName ?? 'a consignee',
      detail === null ? says : `${says} · ${detail}`,
    ]),
  },
]
