/**
 * server/platform/refusal.ts — the business saying no: a stable code and the facts. Throwing one rolls back.
 */
import { refusals } from './refusals/index.ts'

type Refusals = typeof refusals
export type RefusalCode = keyof Refusals
export type FactsOf<Code extends RefusalCode> = Parameters<Refusals[Code]['says']>[0]

export type Problem = Readonly<{
  code: string
  status: number
  detail: string
  facts: Readonly<Record<string, unknown>>
}>

export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  readonly code: Code
  readonly facts: FactsOf<Code>

  constructor(code: Code, facts: FactsOf<Code>) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }

  /** What RFC 9457 calls the problem. */
  get problem(): Problem {
    const { status, says } = refusals[this.code]
    const detail = (says as (facts: unknown) => string)(this.facts)
    return { code: this.code, status, detail, facts: this.facts as Readonly<Record<string, unknown>> }
  }
}

/** What the work answers, or the refusal that it throws; for rows of which each is told its own. */
export function orRefusal<T>(work: () => T): T | Refusal {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
