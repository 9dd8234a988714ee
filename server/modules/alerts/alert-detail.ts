import { closedBecause } from '#domain/alerts.ts'
import { daysLeft } from '#domain/shelf-life.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { type AlertRow, type AlertsAsked, alertById, alertList } from './list-store.ts'

export type AlertTold = ReturnType<typeof told>

function told({ closedExpiresOn, closedBecause: because, ...row }: AlertRow) {
  const { expiresOn, day } = row
  return {
    ...row,
    kind: 'expiry' as const,
    daysLeft: expiresOn === null || day === null ? null : daysLeft(expiresOn, day),
    closedBecause: because === null ? null : closedBecause(because, closedExpiresOn),
  }
}

/** Refuses `not_found`. */
export async function alertDetail(db: Db, id: string): Promise<AlertTold> {
  const row = await alertById(db, id)
  if (!row) throw new Refusal('not_found', { kind: 'alert', id })
  return told(row)
}

export async function alertsTold(db: Db, asked: AlertsAsked) {
  const { rows, keys } = await alertList(db, asked)
  const sortedBy = new Map(keys.map(({ id, sortOn }) => [id, sortOn]))
  return rows.map((row) => ({ ...told(row), sortOn: sortedBy.get(row.id) ?? row.judgedBy }))
}
