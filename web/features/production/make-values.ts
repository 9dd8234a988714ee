/**
 * web/features/production/make-values.ts — a run as it is typed, and as it is sent.
 */
import type { UseFormReturnType } from '@mantine/form'
import { given } from '../../api/client.ts'
import { type FieldProblem, fieldProblems, type Problem } from '../../api/problem.ts'
import type { NewRun } from '../../api/types.ts'
import { newKey } from '../../shared/new-key.ts'
import { serialsIn } from '../../shared/serials-in.ts'
import type { RunKind } from './run-words.ts'

export const emptyUsed = () => ({
  key: newKey(),
  product: '',
  batch: null as string | null,
  quantity: '' as number | string,
  place: null as string | null,
  waste: '' as number | string,
  serials: '',
})
export const emptyMade = (producedOn: string | null) => ({
  key: newKey(),
  product: '',
  batch: '',
  quantity: '' as number | string,
  producedOn,
  expiresOn: null as string | null,
  expiryRule: null as 'as_stated' | 'min_of_inputs' | null,
  different: '', // the code of which somebody said that it is no known batch, though it looks like one
  place: null as string | null,
  serials: '',
})
export const initialValues = ({ warehouse, today }: Readonly<{ warehouse: string | null; today: string }>) => ({
  kind: 'produce' as RunKind,
  warehouse,
  reference: '',
  reason: '',
  wasteReason: '',
  inputs: [emptyUsed()],
  outputs: [emptyMade(today)],
})
export type MakeValues = ReturnType<typeof initialValues>
export type UsedValues = MakeValues['inputs'][number]
export type MadeValues = MakeValues['outputs'][number]
export type MakeForm = UseFormReturnType<MakeValues>

/** An empty line was left behind by the last Enter, and is not sent. */
export const isUntouched = ({ product, quantity }: Pick<UsedValues, 'product' | 'quantity'>): boolean =>
  product.trim() === '' && quantity === ''

export const isWasted = ({ inputs }: Pick<MakeValues, 'inputs'>): boolean =>
  inputs.some(({ waste }) => Number(waste) > 0)

export const bodyOf = (values: MakeValues): NewRun => ({
  kind: values.kind,
  warehouse: values.warehouse ?? '',
  ...given({
    reference: values.reference.trim(),
    reason: values.kind === 'rework' ? values.reason.trim() : '',
    wasteReason: isWasted(values) ? values.wasteReason.trim() : '',
  }),
  inputs: values.inputs
    .filter((line) => !isUntouched(line))
    .map(({ product, batch, quantity, place, waste, serials }) => ({
      product: product.trim(),
      quantity: Number(quantity),
      ...given({ batch, place }),
      ...(Number(waste) > 0 ? { waste: Number(waste) } : {}),
      ...(serialsIn(serials).length > 0 ? { serials: serialsIn(serials) } : {}),
    })),
  outputs: values.outputs
    .filter((line) => !isUntouched(line))
    .map(({ product, batch, quantity, producedOn, expiresOn, expiryRule, place, serials, different }) => ({
      product: product.trim(),
      quantity: Number(quantity),
      ...given({ batch: batch.trim(), producedOn, expiresOn, expiryRule, place }),
      ...(different !== '' && different === batch.trim() ? { batchIs: 'different' as const } : {}),
      ...(serialsIn(serials).length > 0 ? { serials: serialsIn(serials) } : {}),
    })),
})

/** With the lines as they stand in the form; a refusal of one line says which by its first words. */
export function problemsOf(problem: Problem, { inputs, outputs }: MakeValues): FieldProblem[] {
  const lines = { inputs: sent(inputs), outputs: sent(outputs) }
  const told = fieldProblems(problem).map(({ at, message }) => {
    const [, side, number, field = 'product'] = /^(inputs|outputs)\.(\d+)(?:\.(.+))?$/.exec(at) ?? []
    return side === undefined
      ? { at, message }
      : { at: `${side}.${lines[side as Side][Number(number)]}.${field}`, message }
  })
  const [, side, number, message = ''] = /^(Input|Output) (\d+): (.+)$/s.exec(problem.detail) ?? []
  if (told.length > 0 || side === undefined) return told
  const field = fieldOf[problem.code] ?? 'batch'
  const name = side === 'Input' ? 'inputs' : 'outputs'
  return [{ at: `${name}.${lines[name][Number(number) - 1]}.${field}`, message }]
}

type Side = 'inputs' | 'outputs'
const fieldOf: Readonly<Record<string, string>> = {
  insufficient_stock: 'quantity',
  date_needed: 'expiresOn',
  production_date_needed: 'producedOn',
  produced_after_arrival: 'producedOn',
  production_beyond_inputs: 'expiresOn',
  production_over: 'expiresOn',
  storage_forbids: 'place',
}
const sent = (lines: readonly Pick<UsedValues, 'product' | 'quantity'>[]): number[] =>
  lines.flatMap((line, index) => (isUntouched(line) ? [] : [index]))

const askedOfCode = ['batch_looks_alike', 'batch_code_mistyped']

/** The line that was made of which a person must say whether its code is right; null where nobody asks. */
export function codeAskedOf(problem: Problem | null, { outputs }: MakeValues): number | null {
  const [, number] =
    problem && askedOfCode.includes(problem.code) ? (/^Output (\d+)$/.exec(String(problem.facts.where)) ?? []) : []
  return sent(outputs)[Number(number) - 1] ?? null
}

/** With the code of that line confirmed as one of its own. */
export const confirmed = (values: MakeValues, index: number): MakeValues => ({
  ...values,
  outputs: values.outputs.map((line, at) => (at === index ? { ...line, different: line.batch.trim() } : line)),
})
