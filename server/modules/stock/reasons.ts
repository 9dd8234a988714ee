/**
 * server/modules/stock/reasons.ts — why stock is corrected or set aside, in a list that the account keeps.
 */
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { naming } from '#platform/naming.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'

export const directions = ['out', 'in', 'either'] as const
export type ReasonRow = {
  id: string
  name: string
  direction: (typeof directions)[number]
  setsAside: boolean // to quarantine, still on hand; else the units are not there
  archivedAt: string | null
}

export const reasonList = (db: Db) => db<ReasonRow[]>`
  select id, name, direction, sets_aside, archived_at from stock.reason where account_id = ${db.act.accountId} order by archived_at nulls first, name`

export type NewReason = Readonly<{ id?: string } & Pick<ReasonRow, 'name' | 'direction' | 'setsAside'>>

/** Refuses `already_exists`, and `invalid_input` for one that sets aside what is found. */
export async function addReason(tx: Tx, { id = newId(), name, direction, setsAside }: NewReason): Promise<ReasonRow> {
  if (setsAside && direction !== 'out')
    throw new Refusal('invalid_input', {
      problems: [{ at: 'setsAside', message: 'is for what is taken out; what is found lies in its bin' }],
    })
  const insert = tx`
    insert into stock.reason (account_id, id, name, direction, sets_aside, created_at)
    values (${tx.act.accountId}, ${id}, ${name}, ${direction}, ${setsAside}, ${tx.act.at})`
  await naming({ kind: 'reason', name }, insert)
  audit(tx, { action: 'reason.add', subjectKind: 'reason', subjectId: id, after: { name, direction, setsAside } })
  return { id, name, direction, setsAside, archivedAt: null }
}

/** It is offered no more, or again; what was corrected for it keeps it. Refuses `not_found`. */
export async function archiveReason(tx: Tx, id: string, archived: boolean): Promise<ReasonRow> {
  const before = (await reasonList(tx)).find((row) => row.id === id)
  if (!before) throw new Refusal('not_found', { kind: 'reason', id })
  const archivedAt = archived ? tx.act.at : null
  await tx`update stock.reason set archived_at = ${archivedAt} where account_id = ${tx.act.accountId} and id = ${id}`
  const words = { name: before.name, archived }
  audit(tx, { action: 'reason.change', subjectKind: 'reason', subjectId: id, after: words })
  return { ...before, archivedAt }
}

/** Refuses `not_found`, and `invalid_input` naming each line that goes the other way. */
export async function reasonFor(
  db: Db,
  ref: string | undefined,
  lines: readonly Readonly<{ quantity: number }>[],
): Promise<ReasonRow | null> {
  if (ref === undefined) return null
  const reason = (await reasonList(db)).find(
    (row) => row.archivedAt === null && (isId(ref) ? row.id === ref : row.name === ref),
  )
  if (!reason) throw new Refusal('not_found', { kind: 'reason', id: ref })
  const fits = { out: (quantity: number) => quantity < 0, in: (quantity: number) => quantity > 0, either: () => true }
  const problems = lines.flatMap(({ quantity }, at) =>
    fits[reason.direction](quantity)
      ? []
      : [{ at: `lines[${at}].quantity`, message: `is ${quantity}, but "${reason.name}" ${ways[reason.direction]}` }],
  )
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return reason
}

const ways = { out: 'takes units out', in: 'adds units', either: 'goes both ways' } as const
