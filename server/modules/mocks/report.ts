/**
 * server/modules/mocks/report.ts — the report of a rehearsal, for an auditor: what was asked, what was found, when, by whom, and what is put right.
 */
import { counted } from '#domain/counted.ts'
import { durationText } from '#domain/duration-text.ts'
import { type Deliverable, deliverables } from '#domain/mocks/judge-mock.ts'
import { type Part, paper } from '#platform/paper.ts'
import type { SentTold } from './found-store.ts'
import type { mockDetail } from './mock-detail.ts'

type Mock = Awaited<ReturnType<typeof mockDetail>>

const moment = (at: string | null) => (at === null ? '-' : `${at.slice(0, 16).replace('T', ' ')} UTC`)

export function mockReport(mock: Mock, sent: readonly SentTold[]): Promise<Uint8Array> {
  const about = `Batch ${mock.batchCode} of ${mock.sku} ${mock.productName}. Nothing was held, and nobody was told.`
  return paper(
    { title: `Mock recall ${mock.number}`, about, madeAt: mock.endedAt ?? mock.startedAt ?? mock.openedAt },
    [...outcome(mock), ...back(mock), ...forward(mock, sent), ...balance(mock), ...contacts(mock), ...putRight(mock)],
  )
}

const verdict = ({ passed }: Mock) => (passed === null ? 'Not ended yet' : passed ? 'Passed' : 'Failed')

function outcome(mock: Mock): Part[] {
  const { targets, draw, acts } = mock
  return [
    {
      facts: [
        ['Result', verdict(mock)],
        [
          'Batch',
          draw
            ? `Drawn from ${counted(draw.candidates, 'batch', 'batches')} shipped since ${draw.since.slice(0, 10)}, seed ${draw.seed}`
            : 'Named',
        ],
        ['Started', moment(mock.startedAt)],
        ['Took', `${durationText(mock.secondsSoFar)} of ${counted(targets.minutesMax, 'minute')} allowed`],
        ['Found', `${mock.foundPercent} %; ${targets.foundMin} % asked for`],
        ['Reachable', `${mock.contactsPercent} %; ${targets.contactsMin} % asked for`],
      ],
    },
    ...mock.failings.map((text) => ({ text })),
    { heading: 'Who confirmed what' },
    {
      columns: [
        { title: 'What', width: 2 },
        { title: 'When', width: 3 },
        { title: 'By', width: 3 },
        { title: 'Note', width: 5 },
      ],
      rows: acts.map(({ kind, at, byName, note }) => [actWords[kind], moment(at), byName, note ?? '']),
    },
  ]
}

const actWords: Readonly<Record<Mock['acts'][number]['kind'], string>> = {
  start: 'Started',
  back: 'Back',
  forward: 'Forward',
  balance: 'Balance',
  contacts: 'Contacts',
  end: 'Ended',
  abandon: 'Given up',
}

const confirmedText = (mock: Mock, one: Deliverable) =>
  deliverables.includes(one) && mock.confirmed.includes(one) ? '' : ' (not confirmed)'

function back(mock: Mock): Part[] {
  return [
    { heading: `Back: where it came from${confirmedText(mock, 'back')}` },
    {
      columns: [
        { title: 'Product', width: 2 },
        { title: 'Batch', width: 2 },
        { title: 'From', width: 5 },
        { title: 'Units', width: 1, right: true },
      ],
      rows: mock.origins.map((row) => [row.sku, row.batchCode, originText(row), String(row.quantity)]),
    },
  ]
}

function originText({ source, receiptNumber, supplierName, supplierLot, receivedAt }: Mock['origins'][number]): string {
  if (source === 'made') return 'Made of what is named here'
  if (source === 'none') return 'GAP: no receipt and no production run tells'
  const lot = supplierLot === null ? '' : `, lot ${supplierLot}`
  return `${receiptNumber} of ${(receivedAt ?? '').slice(0, 10)} from ${supplierName ?? 'a supplier that is not named'}${lot}`
}

function forward(mock: Mock, sent: readonly SentTold[]): Part[] {
  const { quantity, returned, consignees } = mock.sent
  return [
    { heading: `Forward: who got it${confirmedText(mock, 'forward')}` },
    {
      text: `${counted(quantity, 'unit')} went to ${counted(consignees, 'consignee')} that still have some or all; ${returned} came back.`,
    },
    {
      columns: [
        { title: 'Customer', width: 3 },
        { title: 'Order', width: 2 },
        { title: 'Shipment', width: 2 },
        { title: 'Shipped', width: 2 },
        { title: 'Batch', width: 2 },
        { title: 'Units', width: 1, right: true },
        { title: 'Back', width: 1, right: true },
      ],
      rows: sent.map((row) => [
        row.customerName ?? '-',
        row.orderNumber,
        row.shipmentNumber,
        row.shippedAt.slice(0, 10),
        row.batchCode,
        String(row.quantity),
        String(row.returned),
      ]),
    },
  ]
}

function balance(mock: Mock): Part[] {
  const should = mock.balances.reduce((sum, { onHand }) => sum + onHand, 0)
  return [
    { heading: `Balance: every unit${confirmedText(mock, 'balance')}` },
    ...mock.balances.map((row) => ({
      text:
        `${row.sku}: ${row.in} came in; ${row.onHand} on hand, ${row.inTransit} in transit, ${row.shipped} with customers, ${row.consumed} used, ` +
        `${row.disposed} disposed, ${row.samples} samples, ${row.lost} lost: ${row.percent} %.${row.alarm === null ? '' : ` ${row.alarm}`}`,
    })),
    ...(mock.unitsFound === null ? [] : [{ text: `People went and found ${mock.unitsFound} of ${should} on hand.` }]),
    {
      columns: [
        { title: 'Warehouse', width: 2 },
        { title: 'Place', width: 3 },
        { title: 'Product', width: 2 },
        { title: 'Batch', width: 2 },
        { title: 'Units', width: 1, right: true },
      ],
      rows: mock.lay.map((row) => [
        row.warehouseCode ?? '-',
        row.placeCode,
        row.sku,
        row.batchCode,
        String(row.onHand),
      ]),
    },
  ]
}

function contacts(mock: Mock): Part[] {
  return [
    { heading: `Contacts: who can be reached${confirmedText(mock, 'contacts')}` },
    {
      text: `Of ${counted(mock.sent.consignees, 'consignee')}, ${mock.withEmail} have an e-mail address to which mail can go, and ${mock.unreachableCount} can be reached in no way.`,
    },
    ...(mock.unreachable.length === 0 ? [] : [{ text: mock.unreachable.map(({ name }) => name).join(', ') }]),
  ]
}

function putRight({ actions }: Mock): Part[] {
  return [
    { heading: 'Corrective actions' },
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
