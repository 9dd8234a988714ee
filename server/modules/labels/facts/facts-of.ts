/**
 * server/modules/labels/facts/facts-of.ts — what labels say of things, by their kind and id.
 */
import type { LabelKind } from '#domain/labels/design.ts'
import type { LabelFacts } from '#domain/labels/facts.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { binFacts } from './bin-facts.ts'
import { goodsFacts } from './goods-facts.ts'
import { parcelFacts, whereTo } from './parcel-facts.ts'
import { sampleFacts } from './sample-facts.ts'

export type Subject = Readonly<{ id: string; name: string; facts: LabelFacts }>
export type Wanted = Readonly<{ kind: LabelKind; of: readonly string[]; pack: number }>

/** In the order in which they were asked for. Refuses `not_found`. Without where a parcel goes, which `addressed` adds. */
export async function factsOf(db: Db, { kind, of, pack }: Wanted): Promise<Subject[]> {
  const found = new Map((await read(db, { kind, of, pack })).map((subject) => [subject.id, subject]))
  return of.map((id) => {
    const subject = found.get(id)
    if (!subject) throw new Refusal('not_found', { kind, id })
    return subject
  })
}

function read(db: Db, { kind, of, pack }: Wanted): Promise<Subject[]> {
  switch (kind) {
    case 'batch':
      return goodsFacts(db, of, { pack, serials: false })
    case 'unit':
      return goodsFacts(db, of, { pack, serials: true })
    case 'bin':
      return binFacts(db, of)
    case 'parcel':
      return parcelFacts(db, of)
    case 'sample':
      return sampleFacts(db, of)
  }
}

type Said = Readonly<{ id: string; facts: LabelFacts }>

/** With where a parcel goes, as it is now. */
export async function addressed(db: Db, kind: LabelKind, said: readonly Said[]): Promise<LabelFacts[]> {
  if (kind !== 'parcel') return said.map(({ facts }) => facts)
  const to = await whereTo(
    db,
    said.map(({ id }) => id),
  )
  return said.map(({ id, facts }) => ({ ...facts, texts: { ...facts.texts, to: to.get(id) ?? '' } }))
}
