/** web/features/recalls/scope-in.ts — what is meant, as the address of a page has it. */
import { type ScopePart, scopeKinds, scopeProblems } from '#domain/trace/scope.ts'
import type { RecallScope } from '../../api/types.ts'

export const noScope: RecallScope = { parts: [] }

/** What stands in the address and could not be read, whole or in part: a link that was cut off or mistyped. */
export function damagedIn(value: unknown): string | undefined {
  if (value === undefined) return undefined
  const { parts } = (value ?? {}) as { parts?: unknown }
  if (Array.isArray(parts) && parts.every(isPart)) return undefined
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200)
}

/** Nothing where it names no goods, or not in a way that can be looked up. */
export function scopeIn(value: unknown): RecallScope | undefined {
  const { parts, except } = (value ?? {}) as { parts?: unknown; except?: unknown }
  if (!Array.isArray(parts)) return undefined
  const named = parts.filter(isPart)
  if (named.length === 0) return undefined
  const out = Array.isArray(except) ? except.filter((id) => typeof id === 'string') : []
  return { parts: named as RecallScope['parts'], ...(out.length > 0 ? { except: out } : {}) }
}

function isPart(value: unknown): value is ScopePart {
  if (typeof value !== 'object' || value === null) return false
  if (Object.values(value).some((field) => typeof field !== 'string')) return false
  const part = value as ScopePart
  return scopeKinds.includes(part.kind) && scopeProblems(part).length === 0
}
