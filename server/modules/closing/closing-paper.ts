/**
 * server/modules/closing/closing-paper.ts — the closing file on paper: what, why, who, when, where every unit is, who was told, and what the checks found.
 */
import { counted } from '#domain/counted.ts'
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
    ...checkParts(facts.status),
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

const balance = ({ balance: rows }: ClosingFacts): Part[] => [
  { heading: 'Where every unit is' },
  {
    columns: [
      { title: 'Product', width: 3 },
      ...['Distributed', 'Sent since', 'Recovered', 'Outstanding', 'Held', 'Destroyed', 'Other', 'Gap'].map(
        (title) => ({ title, width: 2, right }),
      ),
    ],
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
