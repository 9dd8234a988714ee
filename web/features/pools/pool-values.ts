/**
 * web/features/pools/pool-values.ts — a pool as it is entered, and as it is sent.
 */
import { given } from '../../api/client.ts'
import { fieldProblems, type Problem } from '../../api/problem.ts'
import type { NewPool } from '../../api/types.ts'

export type PoolValues = {
  name: string
  product: string
  batch: string | null
  warehouse: string | null
  channel: string
  quantity: number | ''
  validFrom: string | null
  validUntil: string | null
  reason: string
}

export const newPoolValues: PoolValues = {
  name: '',
  product: '',
  batch: null,
  warehouse: null,
  channel: '',
  quantity: '',
  validFrom: null,
  validUntil: null,
  reason: '',
}

export const bodyOf = ({ batch, warehouse, quantity, validFrom, validUntil, ...texts }: PoolValues): NewPool => ({
  ...given({ batch, warehouse, validFrom }),
  name: texts.name.trim(),
  product: texts.product.trim(),
  channel: texts.channel.trim(),
  quantity: Number(quantity),
  validUntil: validUntil ?? '',
  reason: texts.reason.trim(),
})

/** What it names and nobody knows is told by its kind. */
export function atPoolFields(problem: Problem): { at: string; message: string }[] {
  const { code, facts, detail } = problem
  if (code === 'not_found' && typeof facts.kind === 'string' && facts.kind in newPoolValues)
    return [{ at: facts.kind, message: detail }]
  return fieldProblems(problem)
}
