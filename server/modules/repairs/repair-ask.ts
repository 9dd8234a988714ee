/**
 * server/modules/repairs/repair-ask.ts — which repair is asked for, with what its kind needs and nothing else.
 */
import type { RepairKind } from '#domain/repairs.ts'
import type { Tx } from '#platform/db.ts'
import type { Static } from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { correct } from './correct.ts'
import { mergeBatches } from './merge.ts'
import { rename } from './rename.ts'
import type { NewRepair } from './shapes.ts'
import { splitParts } from './split.ts'

export type RepairAsk = Static<typeof NewRepair>
type Field = 'into' | 'sameSupplier' | 'parts' | 'code' | 'different' | 'date' | 'on' | 'otherYear'

const needs: Readonly<Record<RepairKind, readonly Field[]>> = {
  merge: ['into'],
  split: ['parts'],
  rename: ['code'],
  date: ['date', 'on'],
}
const takes: Readonly<Record<RepairKind, readonly Field[]>> = {
  merge: ['into', 'sameSupplier'],
  split: ['parts', 'different'],
  rename: ['code', 'different'],
  date: ['date', 'on', 'otherYear'],
}
const fields: readonly Field[] = ['into', 'sameSupplier', 'parts', 'code', 'different', 'date', 'on', 'otherYear']

/** Answers with its id. Refuses `invalid_input` naming every field that is missing or is of another kind, and what the repair refuses. */
export async function repair(tx: Tx, ask: RepairAsk): Promise<string> {
  refuseMisfit(ask)
  const { into = '', parts = [], code = '', date = 'expiry', on = '', kind: _, ...rest } = ask
  if (ask.kind === 'merge') return mergeBatches(tx, { ...rest, into })
  if (ask.kind === 'split') return splitParts(tx, { ...rest, parts })
  if (ask.kind === 'rename') return rename(tx, { ...rest, code })
  return correct(tx, { ...rest, date, on })
}

function refuseMisfit(ask: RepairAsk): void {
  const { kind } = ask
  const missing = needs[kind].filter((at) => ask[at] === undefined)
  const strange = fields.filter((at) => ask[at] !== undefined && !takes[kind].includes(at))
  const problems = [
    ...missing.map((at) => ({ at, message: `is needed to ${doing[kind]}` })),
    ...strange.map((at) => ({ at, message: `is not asked for to ${doing[kind]}` })),
  ]
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
}

const doing: Readonly<Record<RepairKind, string>> = {
  merge: 'merge a batch',
  split: 'split a batch',
  rename: 'rename a batch',
  date: 'correct a date',
}
