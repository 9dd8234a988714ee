/**
 * server/modules/trace/scope/asked.ts — what an address asks of: one part by its fields, or a whole scope as JSON.
 */
import { type ScopePart, scopeProblems } from '#domain/trace/scope.ts'
import { Text, Type } from '#platform/http/index.ts'
import { invalid } from '#platform/http/problems.ts'
import { compileValidator } from '#platform/http/validation.ts'
import { Refusal } from '#platform/refusal.ts'
import { Scope, scopePart, type TraceScope } from './shape.ts'

export const askedScope = {
  ...scopePart,
  kind: Type.Optional(scopePart.kind),
  scope: Type.Optional({
    ...Text(8000),
    description:
      'Several parts and batches that are left out, as JSON: {"parts":[…],"except":[…]}; instead of the fields',
  }),
}
type Asked = Partial<ScopePart> & Readonly<{ scope?: string; knownOn?: string; cursor?: string; limit?: number }>

const judge = compileValidator({ schema: Scope, httpPart: 'body' })

/** Refuses `invalid_input`. */
export function scopeOf({ scope, knownOn: _, cursor: __, limit: ___, kind, ...fields }: Asked): TraceScope {
  if (scope !== undefined) return readScope(scope)
  if (kind === undefined) throw wrong('kind', 'is needed, or a scope')
  const part = { kind, ...fields }
  const problems = scopeProblems(part)
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return { parts: [part] }
}

function readScope(text: string): TraceScope {
  const asked = json(text)
  if (!judge(asked)) throw invalid(judge.errors ?? [], 'scope.')
  return asked as TraceScope
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw wrong('scope', 'must be JSON')
  }
}

const wrong = (at: string, message: string) => new Refusal('invalid_input', { problems: [{ at, message }] })
