import { allergens, hazards, temperatures } from '#domain/storage/classes.ts'
import { Choice, Nullable, Type } from '#platform/http/index.ts'

/** Null: it may lie anywhere. */
export const Storage = () => Nullable(Choice(temperatures))
/** Null: no dangerous goods. */
export const Dangerous = () => Nullable(Choice(hazards))
export const Allergens = () =>
  Type.Array(Choice(allergens), {
    maxItems: 14,
    uniqueItems: true,
    description: 'Of Regulation (EU) 1169/2011, Annex II',
  })
