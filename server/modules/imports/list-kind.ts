/**
 * server/modules/imports/list-kind.ts — files of which each row adds one thing that has a name: what is here already stays as it is, and is known.
 */
import type { CellProblem, Reading } from '#domain/imports/read-cells.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import type { ToJudge } from './judge-rows.ts'
import type { Kind } from './kinds.ts'
import { readingFor } from './mapping-of.ts'
import { nobodySaid, problemsOf } from './problems-of.ts'
import type { ImportRow, SheetRow } from './store.ts'
import type { Verdict } from './store-verdicts.ts'

type Read<Item> = Readonly<{ item: Item; problems: CellProblem[] }>
export type Told = Refusal | readonly CellProblem[]
export type ListKind<Item> = Readonly<{
  read(cells: readonly string[], reading: Reading): Read<Item>
  /** Of two rows with one name, the first is meant. */
  nameOf(item: Item): string
  /** The id of the thing of that name, where it is here. */
  known(tx: Tx, items: readonly Item[]): Promise<(name: string) => string | undefined>
  /** What the command would refuse, in the order of the items; where nothing is said, nothing. */
  foretell(tx: Tx, items: readonly Item[], of: ImportRow): Promise<readonly Told[]>
  add(tx: Tx, item: Item & { id: string }): Promise<void>
  /** In which order they can be written, where it matters. */
  inOrder?(items: readonly Item[]): Item[]
}>

export function listKind<Item extends object>(list: ListKind<Item>): Kind {
  return {
    judge: (tx, of, { rows }: ToJudge) => judged(list, tx, { of, rows }),
    write: (tx, of, rows) => written(list, tx, { of, rows }),
  }
}

type Rows = Readonly<{ of: ImportRow; rows: readonly SheetRow[] }>

async function judged<Item extends object>(list: ListKind<Item>, tx: Tx, { of, rows }: Rows): Promise<Verdict[]> {
  const reading = readingFor(of)
  const read = rows.map((row) => ({ row, ...list.read(row.cells, reading) }))
  const idOf = await list.known(
    tx,
    read.map(({ item }) => item),
  )
  const before = firstLines(read.map(({ row, item }) => ({ lineNo: row.lineNo, name: list.nameOf(item) })))
  const open = read.filter(({ item, problems }) => problems.length === 0 && !idOf(list.nameOf(item)))
  const told = await list.foretell(
    tx,
    open.map(({ item }) => item),
    of,
  )
  const refused = new Map(open.map(({ row }, at) => [row, problemsIn(told[at])]))
  return read.map(({ row, item, problems }) => {
    const name = list.nameOf(item)
    const id = idOf(name)
    if (id && name !== '') return { lineNo: row.lineNo, state: 'known', problems: null, becomesId: id }
    const line = before.get(name)
    const all = [
      ...problems,
      ...(refused.get(row) ?? []),
      ...(line !== undefined && line < row.lineNo
        ? [{ column: '', message: `${name} is already on line ${line} of the file` }]
        : []),
    ]
    return all.length > 0
      ? { lineNo: row.lineNo, state: 'wrong', problems: all, becomesId: null }
      : { lineNo: row.lineNo, state: 'good', problems: null, becomesId: row.becomesId ?? newId() }
  })
}

const problemsIn = (told: Told = []): readonly CellProblem[] =>
  told instanceof Refusal ? problemsOf(told, nobodySaid) : told

function firstLines(rows: readonly { lineNo: number; name: string }[]): Map<string, number> {
  const first = new Map<string, number>()
  for (const { name, lineNo } of rows)
    if (name !== '') first.set(name, Math.min(lineNo, first.get(name) ?? Number.POSITIVE_INFINITY))
  return first
}

async function written<Item extends object>(list: ListKind<Item>, tx: Tx, { of, rows }: Rows): Promise<null[]> {
  const reading = readingFor(of)
  const items = rows.map(({ cells, becomesId }) => ({ ...list.read(cells, reading).item, id: becomesId ?? newId() }))
  const ids = new Map<Item, string>(items.map((item) => [item, item.id]))
  for (const item of list.inOrder?.(items) ?? items) await list.add(tx, { ...item, id: ids.get(item) ?? newId() })
  return rows.map(() => null)
}
