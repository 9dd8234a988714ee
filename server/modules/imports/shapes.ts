/**
 * server/modules/imports/shapes.ts — imports as the API speaks them.
 */
import { importKinds } from '#domain/imports/fields.ts'
import { findings } from '#domain/imports/findings.ts'
import { Choice, Exactly, Id, Instant, Nullable, Text, Type } from '#platform/http/index.ts'
import { importStates } from './import-detail.ts'
import { cellMax } from './read-file.ts'

const text = () => Nullable(Type.String())
const modes = ['all', 'good'] as const
export const kind = () => ({ ...Choice(importKinds), description: 'What its rows are of' })
const dayStyle = {
  order: Nullable(Choice(['day first', 'month first'])),
  monthMeans: Nullable({ ...Choice(['first day', 'last day']), description: 'Of a value that is a month' }),
  serialFrom: Nullable(
    Type.Unsafe<1900 | 1904>({ type: 'integer', enum: [1900, 1904], description: 'Of days that are numbers' }),
  ),
}
const Column = Type.Object({
  name: Type.String({ description: 'As the file names it' }),
  field: Nullable(Type.String({ description: 'What it says; null: nothing here' })),
  because: Nullable(Type.String({ description: 'name, said, or the language in which its name means that' })),
  samples: Type.Array(Type.String()),
  filled: Type.Integer({ description: 'Cells that are not empty' }),
  days: Nullable(Type.Object(dayStyle, { description: 'How it writes days' })),
  asks: Type.Array(Choice(['order', 'month']), {
    description: 'What nothing in the file tells, and a person has to say',
  }),
})

export const rowStates = ['new', 'good', 'wrong', 'known', 'committed'] as const

export const Import = Type.Object({
  id: Id(),
  number: Type.String(),
  kind: kind(),
  name: Type.String({ description: 'Of the file' }),
  reference: Type.String(),
  sheet: Nullable(Type.String({ description: 'Of a workbook: the one that was read' })),
  sheets: Type.Array(Type.String(), { description: 'All that a person sees in the workbook' }),
  state: Choice(importStates),
  header: Type.Array(Type.String(), { description: 'The columns, as the file names them' }),
  ignored: Type.Array(Type.String(), { description: 'Columns that say nothing here' }),
  columns: Type.Array(Column),
  fixed: Type.Record(Type.String(), Type.String(), { description: 'What all rows say, where no column does' }),
  missing: Type.Array(Type.String(), { description: 'Needed, and said by nothing' }),
  saidBy: Nullable(
    Type.String({ description: 'Who said which column says what, of this or an earlier file; null: it was guessed' }),
  ),
  saidAt: Nullable(Instant()),
  rows: Type.Integer(),
  judged: Type.Integer({ description: 'Of them, how many the dry run has looked at' }),
  good: Type.Integer({ description: 'Would be imported' }),
  wrong: Type.Integer(),
  known: Type.Integer({ description: 'Imported before: the same row under the same reference' }),
  committed: Type.Integer({ description: 'Are written by now' }),
  madeBy: Type.String(),
  madeAt: Instant(),
  mode: Nullable(Choice(modes)),
  askedBy: text(),
  askedAt: Nullable(Instant()),
  endedAt: Nullable(Instant()),
  refused: Nullable(Type.String({ description: 'Why the last commit of all wrote nothing' })),
})

export const ImportedRow = Type.Object({
  lineNo: Type.Integer({ description: 'Of the file' }),
  state: Choice(rowStates),
  cells: Type.Array(Type.String(), { description: 'In the order of the header' }),
  problems: Type.Array(
    Type.Object({
      column: Type.String({ description: 'Empty where it is about the whole row' }),
      message: Type.String(),
    }),
  ),
  gaps: Type.Array(Choice(findings), {
    description: 'What it does not tell, or tells wrongly; of a past shipment, what went wrong',
  }),
  receiptId: Nullable(Id()),
  becomesId: Nullable({ ...Id(), description: 'Of the receipt, product, supplier, customer, place or order' }),
})

export const UploadQuery = Exactly({
  kind: kind(),
  name: Text(200),
  sheet: Type.Optional({ ...Text(200), description: 'Of a workbook; else its first one with rows' }),
  missing: Type.Optional({
    ...Choice(['refuse', 'ask']),
    description: 'A file without a needed column is refused, or kept until somebody says which one it is',
  }),
  reference: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 150,
      pattern: '^[^\\u0000]*$',
      description: 'Under another one the same rows are received again',
    }),
  ),
  id: Type.Optional(Id()),
})

export const Commit = Exactly({ mode: Choice(modes) })

export const RowParams = () =>
  Exactly({ id: Id(), lineNo: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Of the file' }) })

export const MendedRow = Exactly({
  cells: Type.Array(Type.String({ maxLength: cellMax }), {
    maxItems: 1000,
    description: 'All of them, in the order of the header',
  }),
})

export const SaidColumns = Exactly({
  columns: Type.Array(
    Exactly({
      at: Type.Integer({ minimum: 0, maximum: 999, description: 'Of the columns, from 0' }),
      field: Text(40),
      days: Type.Optional(Exactly(dayStyle)),
    }),
    { maxItems: 100, description: 'Those that are left out say nothing' },
  ),
  fixed: Type.Optional(
    Type.Record(Type.String({ maxLength: 40 }), Text(200), { description: 'What all rows say, where no column does' }),
  ),
})

const sum = { rows: Type.Integer(), units: Type.Integer({ description: 'Base units' }) }
const worth = Type.Array(
  Type.Object({ currency: Type.String(), amount: Type.Integer({ description: 'Minor units' }) }),
  { description: 'Where the rows say a cost' },
)
export const Assessment = Type.Object({
  ...sum,
  worth,
  clean: Type.Integer({ description: 'Rows without any gap' }),
  gaps: Type.Array(
    Type.Object({
      gap: Choice(findings),
      title: Type.String(),
      means: Type.String(),
      ...sum,
      worth,
      firstLine: Type.Integer({ description: 'Of the file' }),
    }),
  ),
})

export const BroughtBatches = Type.Object({
  items: Type.Array(Type.Object({ batchId: Id(), batchCode: Type.String(), sku: Type.String() })),
  total: Type.Integer({ description: 'Of all, also those that are not listed' }),
})

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const fileTypes = ['text/csv', 'application/octet-stream', workbookType]
const file = { schema: { type: 'string', format: 'binary' } }
/** Read as it comes, and not judged by a schema. */
export const FileBody = Type.Unsafe<unknown>({
  content: Object.fromEntries(fileTypes.map((type) => [type, file])),
})
