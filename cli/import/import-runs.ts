/**
 * cli/import/import-runs.ts — production runs from a person's own CSV: one row for each batch used or made. Nothing is written while a row is wrong.
 */
import type { Cells } from '../../domain/imports/read-cells.ts'
import { given } from '../options.ts'
import { type Courier, deliver } from './courier.ts'
import type { SheetOutcome } from './import-file.ts'
import { type RowProblem, readSheet } from './sheet.ts'
import { stableId } from './stable-id.ts'

export const runKinds = ['produce', 'repack', 'kit', 'dekit', 'mix', 'rework']

const headerFields = ['kind', 'warehouse', 'happenedAt', 'reference', 'note', 'wasteReason'] as const
type Header = Readonly<Record<(typeof headerFields)[number], string | undefined>>
type Row = Readonly<{ run: string; side: string; header: Header; line: Readonly<Record<string, unknown>> }>

const runSheet = {
  needed: ['run', 'side', 'sku', 'quantity', 'warehouse'],
  optional:
    'kind batch place produced_on expires_on best_before use_by expiry_rule waste waste_reason happened_at reference note'.split(
      ' ',
    ),
  read: (cells: Cells): Row => {
    if (cells.text('quantity') === undefined) cells.complain('quantity', 'is missing')
    const shared = {
      product: cells.needed('sku'),
      quantity: cells.whole('quantity', { least: 1 }) ?? 0,
      batch: cells.text('batch'),
      place: cells.text('place'),
    }
    const side = cells.choice('side', ['in', 'out']) ?? cells.needed('side')
    const used = { waste: cells.whole('waste', { least: 0 }) }
    const made = {
      producedOn: cells.day('produced_on'),
      expiresOn: cells.day('expires_on'),
      bestBefore: cells.day('best_before'),
      useBy: cells.day('use_by'),
      expiryRule: cells.choice('expiry_rule', ['as_stated', 'min_of_inputs']),
    }
    const strange = Object.entries(side === 'in' ? made : used).find(([, value]) => value !== undefined)
    if (strange) cells.complain(strange[0], `is told of what was ${side === 'in' ? 'made' : 'used'}`)
    return {
      run: cells.needed('run'),
      side,
      header: {
        kind: cells.choice('kind', runKinds),
        warehouse: cells.needed('warehouse'),
        happenedAt: cells.text('happened_at'),
        reference: cells.text('reference'),
        note: cells.text('note'),
        wasteReason: cells.text('waste_reason'),
      },
      line: given({ ...shared, ...(side === 'in' ? used : { ...made, dateSource: 'imported' }) }),
    }
  },
}

type Run = { lineNo: number; name: string; header: Record<string, string>; inputs: unknown[]; outputs: unknown[] }

/** In the order of the file, so that a run may use what one above it made; a second time changes nothing. */
export async function importRuns(courier: Courier, path: string, dryRun: boolean): Promise<SheetOutcome> {
  const sheet = await readSheet(path, runSheet)
  const problems = [...sheet.problems]
  const runs = gathered(sheet.items, problems)
  problems.sort((a, b) => a.lineNo - b.lineNo)
  const outcome = { rows: sheet.items.length + sheet.problems.length, written: 0, known: 0, problems }
  if (dryRun || problems.length > 0) return outcome
  const documents = runs.map(({ lineNo, name, header, inputs, outputs }) => {
    const body = { kind: 'produce', ...header, inputs, outputs }
    return {
      lineNo,
      rows: inputs.length + outputs.length,
      body: { id: stableId('run', name, JSON.stringify(body)), ...body },
    }
  })
  await deliver<(typeof documents)[number], unknown>(
    courier,
    {
      stage: 'Runs',
      path: '/v1/production-runs/bulk',
      name: 'runs',
      documents,
      linesOf: ({ rows }) => rows,
      body: ({ body }) => body,
    },
    ({ lineNo, rows }, { problem, again }) => {
      if (again || problem?.code === 'already_exists') outcome.known += rows
      else if (problem) outcome.problems.push({ lineNo, reason: problem.detail })
      else outcome.written += rows
    },
  )
  return outcome
}

type Items = readonly Readonly<{ lineNo: number; item: Row }>[]

/** Rows of one name are one run; what is told of it as a whole is told once, or the same in each of its rows. */
function gathered(items: Items, problems: RowProblem[]): Run[] {
  const runs = new Map<string, Run>()
  for (const { lineNo, item } of items) {
    const run = runs.get(item.run) ?? { lineNo, name: item.run, header: {}, inputs: [], outputs: [] }
    runs.set(item.run, run)
    const differing = headerFields.flatMap((field) => tellOnce(run, field, item.header[field]))
    problems.push(...differing.map((says) => ({ lineNo, reason: `run ${item.run} ${says}` })))
    ;(item.side === 'in' ? run.inputs : run.outputs).push(item.line)
  }
  for (const { lineNo, name, inputs, outputs } of runs.values())
    if (inputs.length === 0 || outputs.length === 0)
      problems.push({ lineNo, reason: `run ${name} needs what was used (in) and what was made (out)` })
  return [...runs.values()]
}

/** What is wrong, where it was told otherwise above. */
function tellOnce({ header }: Run, field: string, said: string | undefined): string[] {
  const before = header[field]
  if (said === undefined) return []
  header[field] = said
  return before === undefined || before === said ? [] : [`says "${before}" above, and "${said}" here`]
}
