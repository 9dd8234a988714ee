import { type ImportKind, needsOf } from '#domain/imports/fields.ts'
import type { Db } from '#platform/db.ts'
import type { House } from '#platform/http/house.ts'
import { Refusal } from '#platform/refusal.ts'
import { importNamed } from './import-detail.ts'
import type { ImportRow } from './store.ts'

/** Who may not add such things one by one may not add them by a file. Refuses `not_allowed`. */
export function refuseUnlessMay(house: House, role: string, kind: ImportKind): void {
  const needs = needsOf[kind]
  if (!house.allows(role, needs)) throw new Refusal('not_allowed', { needs, role })
}

/** Refuses `not_found` and `not_allowed`. */
export async function refuseUnlessMayImport(house: House, db: Db, id: string): Promise<ImportRow> {
  const of = await importNamed(db, id)
  refuseUnlessMay(house, db.act.role, of.kind)
  return of
}
