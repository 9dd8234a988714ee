/** domain/imports/row-fields.ts — what rows of all kinds have in common. */
import type { Cells } from './read-cells.ts'

/** What was said, and nothing else. */
export const given = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

export function refuseLong(read: Cells, lengths: Readonly<Record<string, number>>): void {
  for (const [name, most] of Object.entries(lengths))
    if ((read.text(name)?.length ?? 0) > most) read.complain(name, `must have ${most} characters or fewer`)
}

type Form = Readonly<{ form: RegExp; as: string }>

export function written(read: Cells, name: string, { form, as }: Form): string | undefined {
  const value = read.text(name)
  if (value !== undefined && !form.test(value)) read.complain(name, `must be ${as}, not "${value}"`)
  return value
}

export const country: Form = { form: /^[A-Z]{2}$/, as: 'two capital letters, as US' }
