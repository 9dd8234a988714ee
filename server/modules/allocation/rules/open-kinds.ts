/**
 * server/modules/allocation/rules/open-kinds.ts — the open lines that a change of rules may touch. Lines that no rule tells
 * apart, and that have the same of the same batch, are judged together: there are many lines and few such kinds.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { type DemandRow, type ReservationRow, reservationsOf } from '../../stock/index.ts'
import { type KindRow, openKindRows, type RuleScopeRow, type ToldApart } from './rule-store.ts'
import type { RulesInForce } from './rules-in-force.ts'

export type OpenLine = Readonly<{ id: string; documentId: string }>
export type OpenKind = Readonly<{
  demand: DemandRow // its first line
  concerned: boolean // by the change; else it waits for stock of a product that is
  promises: readonly ReservationRow[] // of the first line; the others have the same
  lines: readonly OpenLine[]
}>
/** In their turn. */
export type OpenLines = Readonly<{ kinds: readonly OpenKind[]; inTurn: readonly (readonly [OpenKind, OpenLine])[] }>

export async function openLines(
  db: Db,
  scopes: readonly RuleScopeRow[],
  rules: readonly RulesInForce[],
): Promise<OpenLines> {
  const rows = await openKindRows(db, scopes, toldApart(rules))
  const read = rows.map((row) => ({ row, lines: linesOf(row) }))
  const several = read.flatMap(({ row, lines }) => (row.reserved > 0 && row.batchId === null ? ids(lines) : []))
  const parts = groupBy(await reservationsOf(db, { demandIds: several }), ({ demandId }) => demandId)
  const inTurn: [OpenKind, OpenLine][] = []
  const kinds = read.flatMap(({ row, lines }): OpenKind[] => {
    const [first] = lines
    if (!first) return []
    const promises = row.batchId === null ? (parts.get(first.id) ?? []) : [promiseOf(row, first)]
    const kind = { demand: demandOf(row, first), concerned: row.concerned, promises, lines }
    for (const line of lines) inTurn[line.turn - 1] = [kind, line]
    return [kind]
  })
  return { kinds, inTurn }
}

const ids = (lines: readonly OpenLine[]) => lines.map(({ id }) => id)

function linesOf({ lines }: KindRow): (OpenLine & { turn: number })[] {
  return lines.split(',').map((line) => {
    const [turn, id = '', documentId = ''] = line.split(' ')
    return { turn: Number(turn), id, documentId }
  })
}

const demandOf = (
  { batchId, batchCode, placeId, expiresOn, lines, concerned, ...row }: KindRow,
  { id, documentId }: OpenLine,
): DemandRow => ({
  ...row,
  kind: 'order',
  takesExpired: false,
  id,
  documentId,
  priority: 0,
  askedAt: '',
  history: false,
})

const promiseOf = (row: KindRow, { id }: OpenLine): ReservationRow => ({
  demandId: id,
  batchId: row.batchId ?? '',
  placeId: row.placeId ?? '',
  productId: row.productId,
  quantity: row.reserved,
  expiresOn: row.expiresOn,
  batchCode: row.batchCode ?? '',
})

function toldApart(around: readonly RulesInForce[]): ToldApart {
  const rules = around.flatMap((one) => one.rules)
  const way = around.some(({ delivers }) => delivers) || rules.some(({ sets }) => sets.routing !== undefined)
  return {
    customer: rules.some(({ scope, sets }) => scope.customer !== undefined || sets.neverOlder !== undefined),
    channel: around.some(({ keeps }) => keeps) || rules.some(({ scope }) => scope.channel !== undefined),
    market: way || rules.some(({ scope }) => scope.market !== undefined),
    way,
    order: rules.some(({ sets }) => sets.batches === 'one_per_order' || sets.batches === 'one_per_line'),
  }
}
