/**
 * web/shared/form-problem.ts — puts each complaint of a refusal at the field it is about, and says what is left to be shown
 * elsewhere: nothing is said twice.
 */

import type { UseFormReturnType } from '@mantine/form'
import { useEffect } from 'react'
import { type FieldProblem, fieldProblems, type Problem } from '../api/problem.ts'
import { spoken } from './spoken.ts'
import { takenField } from './taken-field.ts'

type Placing = (problem: Problem) => readonly FieldProblem[]

/** The refusal, unless all of it stands at fields. `placing` finds the fields where they are not named by their place. */
export function useFieldProblems<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  problem: Problem | null,
  placing: Placing = fieldProblems,
): Problem | null {
  const found = problem ? [...placing(problem), ...takenField(form.values, problem)] : []
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form object is another one on every render
  useEffect(() => {
    const [first] = found
    if (!first) return
    form.setErrors(Object.fromEntries(found.map(({ at, message }) => [at, spoken(message)])))
    form.getInputNode(first.at)?.focus()
  }, [problem])
  const isShown = ({ at }: FieldProblem) => isField(form.values, at)
  return found.length > 0 && found.every(isShown) ? null : problem
}

/**
 * With the lines counted as they stand in the form, where empty ones are not sent. What is wrong with a line as a whole is
 * mostly its product.
 */
export function atLines(problem: Problem, sentLines: readonly number[]): FieldProblem[] {
  return fieldProblems(problem).map(({ at, message }) => {
    const [, number, field = 'product'] = /^lines\.(\d+)(?:\.(.+))?$/.exec(at) ?? []
    return { at: number === undefined ? at : `lines.${sentLines[Number(number)]}.${field}`, message }
  })
}

function isField(values: unknown, path: string): boolean {
  const [name = '', ...rest] = path.split('.')
  if (typeof values !== 'object' || values === null || !(name in values)) return false
  const inside = (values as Record<string, unknown>)[name]
  return rest.length === 0 ? typeof inside !== 'object' || inside === null : isField(inside, rest.join('.'))
}
