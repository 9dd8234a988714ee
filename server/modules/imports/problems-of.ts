/**
 * server/modules/imports/problems-of.ts — what receiving refuses, told at the cell of the row that has to be mended.
 */
import type { CellProblem } from '#domain/imports/read-cells.ts'
import type { Refusal, RefusalCode } from '#platform/refusal.ts'

const columnOfField: Readonly<Record<string, string>> = {
  supplier: 'supplier',
  closedPackOf: 'boxes_of',
  place: 'place',
  sample: 'quantity',
}
const columnOfCode: Partial<Readonly<Record<RefusalCode, string>>> = {
  batch_code_needed: 'batch',
  batch_untracked: 'batch',
  batch_looks_alike: 'batch',
  batch_supplier_differs: 'supplier',
  date_needed: 'expires_on',
  production_date_needed: 'produced_on',
  produced_after_expiry: 'produced_on',
  produced_after_arrival: 'produced_on',
  expired_on_arrival: 'expires_on',
  life_too_short: 'expires_on',
  storage_forbids: 'place',
  serials_needed: 'sku',
  too_much_stock: 'quantity',
}
const columnOfDate: Readonly<Record<string, string>> = {
  produced: 'produced_on',
  best_before: 'best_before',
  use_by: 'use_by',
  expiry: 'expires_on',
}
const more: Partial<Readonly<Record<RefusalCode, string>>> = {
  batch_looks_alike: ' In the file: write that code, or "different" into the column batch_is.',
  batch_supplier_differs: ' In the file: write "same" into the column batch_is if it is the same batch.',
  serials_needed: ' This sheet has no column for serials: receive it by hand.',
}

/** The line of the file that says this date of the same batch, if one does. */
export type Said = (kind: string, on: string | null) => number | null

export const nobodySaid: Said = () => null

export function problemsOf(refusal: Refusal, said: Said): CellProblem[] {
  const { code, facts, problem } = refusal
  if (code === 'invalid_input') return fieldsOf((facts as Wrong).problems)
  const message = `${sentence(problem.detail)}${more[code] ?? ''}${otherLine(refusal, said)}`
  return [{ column: columnOf(code, facts as { kind?: string }), message }]
}

function otherLine({ code, facts }: Refusal, said: Said): string {
  if (code !== 'batch_dates_differ') return ''
  const { kind, known } = facts as { kind: string; known: string | null }
  const line = said(kind, known)
  return line === null ? '' : ` In the file: line ${line} says ${known}.`
}

type Wrong = Readonly<{ problems: readonly { at: string; message: string }[] }>

const fieldsOf = (problems: Wrong['problems']): CellProblem[] =>
  problems.map(({ at, message }) => ({ column: columnOfField[at.replace(/^lines\[0\]\.?/, '')] ?? '', message }))

function columnOf(code: RefusalCode, { kind = '' }: { kind?: string }): string {
  if (code === 'batch_dates_differ') return columnOfDate[kind] ?? 'expires_on'
  if (code === 'not_found') return kind
  return columnOfCode[code] ?? ''
}

/** A receipt of one line says "line 1" of it; here the row is known. */
function sentence(detail: string): string {
  const own = detail.replace(/^line 1: /i, '')
  return own.charAt(0).toUpperCase() + own.slice(1)
}
