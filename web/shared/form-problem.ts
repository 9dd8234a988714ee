/**
 * web/shared/form-problem.ts — puts each complaint of a refusal at the field it is about.
 */
import type { UseFormReturnType } from '@mantine/form'
import { useEffect } from 'react'
import { fieldProblems, type Problem } from '../api/problem.ts'

export function useFieldProblems<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  problem: Problem | null,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form object is another one on every render
  useEffect(() => {
    if (!problem) return
    const found = fieldProblems(problem)
    if (found.length > 0) form.setErrors(Object.fromEntries(found.map(({ at, message }) => [at, message])))
  }, [problem])
}
