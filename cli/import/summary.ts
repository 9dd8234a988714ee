/**
 * cli/import/summary.ts — the account of an import: every line of the file is somewhere, every unit ordered too.
 */
import { fields, table } from '../table.ts'
import type { Odd, Problem } from './gather.ts'

export type Tally = {
  linesIn: number
  orders: { documents: number; lines: number; units: number; allocated: number; backOrdered: number }
  shipments: { documents: number; units: number; wanted: number }
  returns: { documents: number; lines: number; units: number }
  adjustments: { lines: number; units: number }
  odd: readonly Odd[]
  bad: readonly Problem[]
  refused: Problem[]
  receipts: { documents: number; lines: number; units: number }
  /** Remarks that concern no single line of the file, such as a receipt that was refused. */
  notes: string[]
}

export const emptyTally = (): Tally => ({
  linesIn: 0,
  orders: { documents: 0, lines: 0, units: 0, allocated: 0, backOrdered: 0 },
  shipments: { documents: 0, units: 0, wanted: 0 },
  returns: { documents: 0, lines: 0, units: 0 },
  adjustments: { lines: 0, units: 0 },
  odd: [],
  bad: [],
  refused: [],
  receipts: { documents: 0, lines: 0, units: 0 },
  notes: [],
})

/** What does not add up, in words; empty where all does. */
export function discrepancies(tally: Tally): string[] {
  const { linesIn, orders, shipments, returns, adjustments, odd, bad, refused } = tally
  const found = orders.lines + returns.lines + adjustments.lines + odd.length + bad.length + refused.length
  return [
    ...(found === linesIn ? [] : [`${linesIn} lines came in, but ${found} are accounted for`]),
    ...(orders.units === orders.allocated + orders.backOrdered
      ? []
      : [
          `${orders.units} units were ordered, but ${orders.allocated} allocated and ${orders.backOrdered} back-ordered`,
        ]),
    ...(shipments.units === shipments.wanted
      ? []
      : [`${shipments.wanted} allocated units were to be shipped, but ${shipments.units} were`]),
  ]
}

export function summaryText(tally: Tally): string {
  const { orders, shipments, returns, adjustments, odd, bad, refused, receipts } = tally
  const problems = discrepancies(tally)
  return [
    fields([
      ['Lines in the file', tally.linesIn],
      ['  in orders', orders.lines],
      ['  in returns', returns.lines],
      ['  in adjustments', adjustments.lines],
      ['  no goods', odd.length],
      ['  bad rows', bad.length],
      ['  refused', refused.length],
    ]),
    fields([
      ['Batches received', receipts.lines],
      ['  units', receipts.units],
      ['Orders', orders.documents],
      ['  units ordered', orders.units],
      ['  allocated', orders.allocated],
      ['  back-ordered', orders.backOrdered],
      ['Shipments', shipments.documents],
      ['  units shipped', shipments.units],
      ['Returns to be dealt with', returns.documents],
      ['  units', returns.units],
      ['Units written off', adjustments.units],
    ]),
    `No goods: ${oddText(odd)}.`,
    ...tally.notes,
    ...problemTexts([...bad, ...refused]),
    problems.length === 0 ? 'It adds up, to the line.' : `IT DOES NOT ADD UP: ${problems.join('; ')}.`,
  ].join('\n\n')
}

function oddText(odd: readonly Odd[]): string {
  const counts = new Map<string, number>()
  for (const { what } of odd) counts.set(what, (counts.get(what) ?? 0) + 1)
  return [...counts].map(([what, many]) => `${what} ${many}`).join(', ') || 'none'
}

const shownMax = 20

function problemTexts(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return []
  const shown = table(problems.slice(0, shownMax), [
    { title: 'Line', of: ({ lineNo }) => String(lineNo) },
    { title: 'Invoice', of: ({ invoice }) => invoice },
    { title: 'Code', of: ({ code }) => code },
    { title: 'What', of: ({ kind }) => kind },
  ])
    .split('\n')
    .map((line, index) => (index === 0 ? `${line}  Why` : `${line}  ${problems[index - 1]?.reason}`))
    .join('\n')
  const more =
    problems.length > shownMax ? [`… and ${problems.length - shownMax} more; --report writes all to a file.`] : []
  return [[shown, ...more].join('\n')]
}
