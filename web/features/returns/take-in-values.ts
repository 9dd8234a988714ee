/**
 * web/features/returns/take-in-values.ts — what came back, as it is typed and as it is sent.
 */

import type { UseFormReturnType } from '@mantine/form'
import { given } from '../../api/client.ts'
import type { FieldProblem, Problem } from '../../api/problem.ts'
import type { NewBody, Return } from '../../api/types.ts'
import { atLines } from '../../shared/form-problem.ts'
import { newKey } from '../../shared/new-key.ts'
import { serialsIn } from '../../shared/serials-in.ts'
import { spokenAtLine } from '../../shared/spoken.ts'

export type ReturnLine = Return['lines'][number]
export type BackLine = {
  key: string
  line: number
  quantity: number | string
  /** The code, as it is on the label. */
  batch: string
  place: string | null
  serials: string
  /** Nobody can read its batch. */
  unlabelled: boolean
}
export type TakeInValues = { warehouse: string | null; lines: BackLine[] }
export type TakeInForm = UseFormReturnType<TakeInValues>
export type TakeIn = NewBody<'/v1/returns/{id}/receipts'>

export const toCome = ({ quantity, returned }: ReturnLine): number => Math.max(0, quantity - returned)

/** One batch is taken for granted where no other is out; of several none is. */
export function backLine({ lineNo, out }: ReturnLine, quantity: number | ''): BackLine {
  const [only, ...others] = out
  const batch = only && others.length === 0 ? only.batchCode : ''
  return { key: newKey(), line: lineNo, quantity, batch, place: null, serials: '', unlabelled: false }
}

export const initialLines = ({ lines }: Return): BackLine[] =>
  lines.filter((line) => toCome(line) > 0).map((line) => backLine(line, toCome(line)))

/** A line without a quantity did not come. */
export const sentLines = (lines: readonly BackLine[]): number[] =>
  lines.flatMap(({ quantity }, index) => (quantity === '' || Number(quantity) === 0 ? [] : [index]))

export const bodyOf = ({ warehouse, lines }: TakeInValues): TakeIn => ({
  warehouse: warehouse ?? '',
  lines: sentLines(lines)
    .flatMap((index) => lines[index] ?? [])
    .map(({ line, quantity, batch, place, serials, unlabelled }) => ({
      line,
      quantity: Number(quantity),
      ...given({ batch: unlabelled ? '' : batch.trim(), place }),
      ...(unlabelled ? { unlabelled } : {}),
      ...(serialsIn(serials).length > 0 ? { serials: serialsIn(serials) } : {}),
    })),
})

const fieldOf: Readonly<Record<string, keyof BackLine>> = {
  return_which_batch: 'batch',
  return_beyond_sent: 'quantity',
  expired_on_return: 'place',
  return_held: 'place',
  return_unlabelled_beyond: 'quantity',
  serials_needed: 'serials',
}

/** Which field of which line a refusal speaks of. */
export function problemsOf(problem: Problem, lines: readonly BackLine[]): FieldProblem[] {
  const sent = sentLines(lines)
  const { where } = problem.facts
  const number = typeof where === 'string' ? /^line (\d+)$/.exec(where)?.[1] : undefined
  const field = fieldOf[problem.code]
  if (number === undefined || field === undefined) return atLines(problem, sent)
  return [{ at: `lines.${sent[Number(number) - 1]}.${field}`, message: spokenAtLine(problem.detail) }]
}
