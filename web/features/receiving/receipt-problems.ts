/**
 * web/features/receiving/receipt-problems.ts — which field of which line a refusal speaks of.
 */

import type { FieldProblem, Problem } from '../../api/problem.ts'
import { atLines } from '../../shared/form-problem.ts'
import { spokenAtLine } from '../../shared/spoken.ts'
import { lineOf } from './line-question.tsx'
import { type LineValues, sentLines } from './receipt-values.ts'

/** Those which only the person at the line can mend, in one field of it. */
const fieldOf: Readonly<Record<string, keyof LineValues>> = {
  batch_code_needed: 'batch',
  date_needed: 'expiresOn',
  production_date_needed: 'producedOn',
  serials_needed: 'serials',
  produced_after_expiry: 'producedOn',
  produced_after_arrival: 'producedOn',
}

export function placeProblems(problem: Problem, lines: readonly LineValues[]): FieldProblem[] {
  const places = sentLines(lines)
  const line = lineOf(problem)
  const field = fieldOf[problem.code]
  if (line !== null && field !== undefined)
    return [{ at: `lines.${places[line]}.${field}`, message: spokenAtLine(problem.detail) }]
  return atLines(problem, places)
}
