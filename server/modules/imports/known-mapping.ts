/**
 * server/modules/imports/known-mapping.ts — which column of a file says what: as somebody said of the last file with the same first row, or guessed.
 */
import { createHash } from 'node:crypto'
import type { ImportKind } from '#domain/imports/fields.ts'
import { guessMapping, headerKey, type Mapping } from '#domain/imports/mapping.ts'
import type { Db } from '#platform/db.ts'
import { resolveWarehouses } from '../places/index.ts'
import type { Said } from './store.ts'
import { profileOf } from './store-mapping.ts'

export type KnownMapping = Readonly<{ mapping: Mapping; said: Said | null }>

export const headerHash = (header: readonly string[]): string =>
  createHash('sha256').update(headerKey(header)).digest('hex')

export async function knownMapping(db: Db, kind: ImportKind, header: readonly string[]): Promise<KnownMapping> {
  const [profile] = await profileOf(db, { kind, header: headerHash(header) })
  if (profile) return { mapping: profile.mapping, said: { saidBy: profile.saidBy, saidAt: profile.saidAt } }
  return { mapping: await withOnlyWarehouse(db, kind, guessMapping(kind, header)), said: null }
}

/** Who has one warehouse has no column for it. */
async function withOnlyWarehouse(db: Db, kind: ImportKind, guessed: Mapping): Promise<Mapping> {
  if ((kind !== 'stock' && kind !== 'places') || guessed.columns.warehouse) return guessed
  const [only, ...others] = new Set((await resolveWarehouses(db)).values())
  return only && others.length === 0 ? { ...guessed, fixed: { warehouse: only.code } } : guessed
}
