/**
 * server/platform/http/schema.ts — the shapes every route shares. One schema validates, serialises, types and is the OpenAPI.
 */

import { type Static, type TSchema, Type } from 'typebox'
import { quantityMax } from '#domain/ledger.ts'

export { type Static, type TSchema, Type } from 'typebox'

const uuid = '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$'

/**
 * `says` finishes the sentence "must be …" for people, and `anyCase` lets handlers see an id in small letters, however it was
 * written (references.ts); documents leave both out.
 */
export const Id = () =>
  Type.String({ pattern: uuid, description: 'UUID; version 7 is best', says: 'a UUID', anyCase: true })
/** A calendar date; refused unless it exists. */
export const Day = () =>
  Type.String({
    format: 'day',
    description: 'Calendar date, YYYY-MM-DD',
    says: 'a calendar date that exists, as YYYY-MM-DD',
  })
/** Finer than a millisecond is cut off where it comes in (keywords.ts): what is answered and paged by has no more. */
export const Instant = () =>
  Type.String({
    format: 'instant',
    description: 'ISO 8601 with zone; kept to the millisecond',
    says: 'a time with its zone, as 2025-11-23T09:00:00-06:00',
    toMilliseconds: true,
  })
export const Quantity = () =>
  Type.Integer({ minimum: 1, maximum: quantityMax, description: 'Whole number of the base unit' })
export const Count = () => Type.Integer({ description: 'Whole number of the base unit' })
/** Of boxes that stay closed. */
export const PackOf = () =>
  Type.Integer({ minimum: 2, maximum: 1_000_000, description: 'Base units in each box that stays closed' })
export const Money = () => Type.Integer({ minimum: 0, maximum: 9_000_000_000_000, description: 'Whole minor units' })
export const Currency = () =>
  Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217', says: 'a currency of three capital letters, as USD' })
export const Country = () =>
  Type.String({
    pattern: '^[A-Z]{2}$',
    description: 'ISO 3166-1 alpha-2',
    says: 'a country of two capital letters, as US',
  })
/** The days of the week on which somebody works. */
export const WorkingDays = () =>
  Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
    minItems: 1,
    maxItems: 7,
    uniqueItems: true,
    description: 'Days of the week; 1 is Monday, 7 Sunday',
  })
export const TimeOfDay = () =>
  Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'HH:MM', says: 'a time of day, as 14:30' })
/** Something is said: a reason of spaces is none. */
export const Text = (lengthMax: number) =>
  Type.String({
    minLength: 1,
    maxLength: lengthMax,
    pattern: '^(?!\\s+$)[^\\u0000]*$',
    says: 'text that is more than spaces, and without null characters',
  })
/** What somebody looks for; while it is typed, it may be a space. */
export const SearchText = (lengthMax: number) =>
  Type.String({ minLength: 1, maxLength: lengthMax, pattern: '^[^\\u0000]*$', says: 'text without null characters' })
/** What people call a thing by: a space before or behind it would make another of it that looks the same. */
export const Code = (lengthMax: number) =>
  Type.String({
    minLength: 1,
    maxLength: lengthMax,
    pattern: '^[^\\s\\u0000]([^\\u0000]*[^\\s\\u0000])?$',
    says: 'text without a space before or behind it, and without null characters',
  })
/** Names a thing by its id or by its code. */
export const Reference = () =>
  Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^[^\\u0000]*$',
    description: 'Id or code',
    says: 'text without null characters',
    anyCase: true,
  })
export const Choice = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })
/** One schema with `null` among its types, rather than a union: half the words in the OpenAPI, and faster to write. */
export const Nullable = <T extends TSchema>(schema: T) => {
  const { type, enum: choices, ...rest } = schema as { type?: string; enum?: readonly unknown[] }
  if (type === undefined) return Type.Unsafe<Static<T> | null>({ anyOf: [schema, { type: 'null' }] })
  const enumerated = choices ? { enum: [...choices, null] } : {}
  return Type.Unsafe<Static<T> | null>({ ...rest, ...enumerated, type: [type, 'null'] })
}
/** An object that refuses fields it does not know: a misspelt field must not be silently dropped. */
export const Exactly = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })
export const Page = <T extends TSchema>(item: T) =>
  Type.Object({
    items: Type.Array(item),
    next: Nullable(Type.String({ description: 'Pass as `cursor` for the next page' })),
  })
export const IdParams = () => Exactly({ id: Id() })
export const RefParams = () => Exactly({ ref: Reference() })
export const PageQuery = {
  cursor: Type.Optional(Text(500)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
}
