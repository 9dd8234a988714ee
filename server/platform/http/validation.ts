/**
 * server/platform/http/validation.ts — how a request is judged: whole, so that every wrong field is named at once; but to
 * name them all in a large one would keep everybody waiting, and there the first is enough.
 */
import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv'
import type { FastifySchemaValidationError } from 'fastify'
import { isCalendarDate } from '#domain/calendar-date.ts'
import { keywords } from './keywords.ts'

/** Of JSON text: more than any person types into a form. */
const judgedWholeMax = 40_000

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

export const isInstant = (text: string): boolean =>
  instantPattern.test(text) && isCalendarDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))

const strict = {
  // Errors then bring their schema, which has the words for them.
  verbose: true,
  useDefaults: true,
  strict: false,
  keywords,
  formats: { day: isCalendarDate, instant: isInstant },
} satisfies Options

const judges = (coerceTypes: false | 'array') => ({
  first: new Ajv({ ...strict, coerceTypes, allErrors: false }),
  all: new Ajv({ ...strict, coerceTypes, allErrors: true }),
})
const inBody = judges(false)
const inAddress = judges('array')

/** Fills in defaults; where it says no, `errors` is why. `size` is that of the request of which the value is a part. */
export type Validates = { (value: unknown, size?: number): boolean; errors?: FastifySchemaValidationError[] | null }

/** Compiled when it is first asked: most of the start would go into routes that nobody calls. */
export function compileValidator({ schema, httpPart }: { schema: unknown; httpPart?: string | undefined }): Validates {
  const { first, all } = httpPart === 'body' ? inBody : inAddress
  let compiled: ValidateFunction | undefined
  const validates: Validates = (value, size = sizeOf(value)) => {
    compiled ??= first.compile(schema as object)
    const isRight = compiled
    if (isRight(value)) return true
    validates.errors = told(size > judgedWholeMax ? isRight.errors : errorsOf(all, schema as object, value))
    return false
  }
  return validates
}

function errorsOf(all: Ajv, schema: object, value: unknown): ErrorObject[] | null | undefined {
  const judge = all.compile(schema)
  judge(value)
  return judge.errors
}

const told = (errors: ErrorObject[] | null | undefined) => (errors ?? []) as unknown as FastifySchemaValidationError[]

const sizes = new WeakMap<object, number>()
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** A parsed body no longer knows how long its text was. */
export function rememberSize(body: unknown, size: number): void {
  if (isObject(body)) sizes.set(body, size)
}

export const sizeOf = (body: unknown): number => (isObject(body) ? (sizes.get(body) ?? 0) : 0)
