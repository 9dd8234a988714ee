/**
 * cli/scope-options.ts — goods named in any way, as a trace or a recall is asked of them.
 */
import { type Command, InvalidArgumentError } from 'commander'
import { type ScopePart, scopeProblems } from '../domain/trace/scope.ts'
import { wrongUse } from './failure.ts'
import { findBatch } from './find-batch.ts'
import { given } from './options.ts'
import type { Session } from './session.ts'

export type Scope = Readonly<{ parts: readonly ScopePart[]; except?: readonly string[] }>
export type ScopeOptions = Readonly<{
  batch?: readonly string[]
  lot?: readonly ScopePart[]
  supplierLot?: readonly ScopePart[]
  ofProduct?: readonly ScopePart[]
  receipt?: readonly ScopePart[]
  serials?: readonly ScopePart[]
  lay?: readonly ScopePart[]
  except?: readonly string[]
}>

const gathered =
  <T>(read: (text: string) => T) =>
  (text: string, before: readonly T[] = []): T[] => [...before, read(text)]

/** What is wrong with it is said before anything is asked. */
const part = (read: (text: string) => ScopePart | null, form: string) =>
  gathered((text) => {
    const named = read(text)
    if (named === null) throw new InvalidArgumentError(`Write ${form}.`)
    const [problem] = scopeProblems(named)
    if (problem) throw new InvalidArgumentError(`${problem.at} ${problem.message}. Write ${form}.`)
    return named
  })

/** Days or moments: `2026-01-01..2026-01-31`; one alone is both ends. */
const window = (text: string | undefined): [from: string | undefined, to: string | undefined] => {
  const [from, to = from] = (text ?? '').split('..')
  return [from || undefined, to || undefined]
}
const split = (text: string, by: string): [string, string | undefined] => {
  const at = text.lastIndexOf(by)
  return at < 1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

function supplierLot(text: string): ScopePart {
  const [lot, supplier] = split(text, '@')
  return { kind: 'supplier_lot', supplierLot: lot, ...given({ supplier }) }
}

function ofProduct(text: string): ScopePart {
  const [product, days] = split(text, '=')
  const [producedFrom, producedTo] = window(days)
  return { kind: 'product', product, ...given({ producedFrom, producedTo }) }
}

function serials(text: string): ScopePart | null {
  const [product, range] = split(text, ':')
  if (range === undefined) return null
  const [serialFrom = '', serialTo] = range.split('..')
  return { kind: 'serials', product, serialFrom, ...given({ serialTo }) }
}

function lay(text: string): ScopePart | null {
  const [where, when] = split(text, '=')
  const [from, to] = window(when)
  if (from === undefined || to === undefined || ![from, to].every((at) => !Number.isNaN(Date.parse(at)))) return null
  const [warehouse, place] = where.split('/')
  return { kind: 'place', ...given({ warehouse, place }), from, to }
}

export const takesScope = (command: Command): Command =>
  command
    .option('--batch <batch>', 'a batch, by code or id; each of these may be given again', gathered(String))
    .option('--supplier-lot <lot[@supplier]>', "a supplier's lot", part(supplierLot, 'LOT@SUPPLIER, as S-77@FARM'))
    .option(
      '--of-product <sku[=day..day]>',
      'a product, by the days when it was made',
      part(ofProduct, 'SKU=FROM..TO, as SOAP=2026-01-01..2026-01-31'),
    )
    .option(
      '--lot <lot>',
      'every batch of a lot',
      part((lot) => ({ kind: 'lot', lot }), 'its code'),
    )
    .option(
      '--receipt <number>',
      'what came with it',
      part((receipt) => ({ kind: 'receipt', receipt }), 'its number'),
    )
    .option('--serials <sku:first..last>', 'single units', part(serials, 'SKU:FIRST..LAST, as PUMP:SN-01..SN-20'))
    .option(
      '--lay <warehouse[/bin]=from..to>',
      'what lay there at some moment between',
      part(lay, 'CHI/A-01=2026-01-31T09:00:00Z..2026-01-31T17:00:00Z'),
    )
    .option('--except <batch>', 'a batch that is left out', gathered(String))

export const namesGoods = (options: ScopeOptions): boolean =>
  Object.entries(options).some(([name, values]) => name in kinds && (values as readonly unknown[]).length > 0)

const kinds: Readonly<Record<Exclude<keyof ScopeOptions, 'except'>, true>> = {
  batch: true,
  lot: true,
  supplierLot: true,
  ofProduct: true,
  receipt: true,
  serials: true,
  lay: true,
}

/** Fails where nothing is named. */
export async function scopeOf(session: Session, options: ScopeOptions): Promise<Scope> {
  if (!namesGoods(options))
    throw wrongUse('Say what is meant: --batch, --supplier-lot, --of-product, --lot, --receipt, --serials or --lay.')
  const { batch = [], lot = [], supplierLot: lots = [], ofProduct: products = [] } = options
  const parts: ScopePart[] = []
  for (const code of batch) parts.push({ kind: 'batch', batch: (await findBatch(session, { batch: code })).id })
  const except: string[] = []
  for (const code of options.except ?? []) except.push((await findBatch(session, { batch: code })).id)
  return {
    parts: [
      ...parts,
      ...lots,
      ...products,
      ...lot,
      ...(options.receipt ?? []),
      ...(options.serials ?? []),
      ...(options.lay ?? []),
    ],
    ...(except.length > 0 ? { except } : {}),
  }
}
