/**
 * server/modules/imports/say-columns.ts — a person says which column says what, and how its days are written; all rows are judged anew by it, and the
 * next file with the same first row is read alike.
 */
import type { DayStyle } from '#domain/imports/day-style.ts'
import { fieldNamed, fieldsOf, type ImportKind } from '#domain/imports/fields.ts'
import { type Mapping, type Placed, withStyles } from '#domain/imports/mapping.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { rejudge } from './judge-import.ts'
import { headerHash } from './known-mapping.ts'
import { lockedImport } from './locked-import.ts'
import { mappingOf } from './mapping-of.ts'
import type { ImportRow } from './store.ts'
import { columnsAreSaid, keepProfile } from './store-mapping.ts'

export type SaidColumn = Readonly<{ at: number; field: string; days?: DayStyle }>
export type Saying = Readonly<{ columns: readonly SaidColumn[]; fixed: Readonly<Record<string, string>> }>

/** Columns that are not named say nothing. Refuses what `lockedImport` does, and `invalid_input`. */
export async function sayColumns(tx: Tx, id: string, { columns, fixed }: Saying): Promise<void> {
  const of = await lockedImport(tx, id)
  refuseWrong(of, { columns, fixed })
  const said: Mapping = {
    columns: Object.fromEntries(columns.map(({ field, at, days }): [string, Placed] => [field, placed(at, days)])),
    fixed,
  }
  const mapping = withStyles(of.kind, said, of.seen ?? [])
  await columnsAreSaid(tx, id, mapping)
  await keepProfile(tx, { kind: of.kind, header: headerHash(of.header) }, said)
  audit(tx, {
    action: 'import.columns',
    subjectKind: 'import',
    subjectId: id,
    before: { columns: mappingOf(of) },
    after: { columns: mapping },
  })
  await rejudge(tx, id)
}

const placed = (at: number, days: DayStyle | undefined): Placed => ({ at, because: 'said', ...(days ? { days } : {}) })

type Problem = Readonly<{ at: string; message: string }>

function refuseWrong({ kind, header, number }: ImportRow, { columns, fixed }: Saying): void {
  const problems = [
    ...columns.flatMap(({ at, field }, index): Problem[] => {
      const where = `columns[${index}]`
      const twice = columns.findIndex((one) => one.field === field || one.at === at) < index
      if (at >= header.length)
        return [{ at: `${where}.at`, message: `is ${at}, and ${number} has ${header.length} columns` }]
      if (!fieldNamed(kind, field)) return [{ at: `${where}.field`, message: `must be one of ${namesOf(kind)}` }]
      return twice ? [{ at: where, message: 'is said twice: a column says one thing, and a thing is said once' }] : []
    }),
    ...Object.keys(fixed).flatMap((field): Problem[] =>
      fieldNamed(kind, field)?.isFixable
        ? []
        : [{ at: `fixed.${field}`, message: 'cannot be the same for all rows: name the column that says it' }],
    ),
  ]
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
}

const namesOf = (kind: ImportKind): string => fieldsOf[kind].map(({ name }) => name).join(', ')
