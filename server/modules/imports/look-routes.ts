/**
 * server/modules/imports/look-routes.ts — imports, their rows and gaps as they are looked at, and as files.
 */
import { findings } from '#domain/imports/findings.ts'
import {
  Choice,
  download,
  Exactly,
  type House,
  IdParams,
  idAfter,
  Page,
  PageQuery,
  pageOf,
  read,
  readCursor,
  Type,
} from '#platform/http/index.ts'
import { assessment } from './assessment.ts'
import { assessmentPaper } from './assessment-paper.ts'
import { broughtBatches } from './brought-batches.ts'
import { importDetail, importNamed, importViews, templateSheet, wrongRowsSheet } from './import-detail.ts'
import { Assessment, BroughtBatches, Import, ImportedRow, kind as kindShape, rowStates } from './shapes.ts'
import { type ImportRow, rowsOfFile, type SheetRow } from './store.ts'

const tag = 'imports'

export function lookRoutes(house: House): void {
  looking(house)
  assessing(house)
  sheets(house)
}

export const shown = (of: ImportRow) => (row: SheetRow) => ({
  ...row,
  problems: row.problems ?? [],
  receiptId: of.kind === 'stock' ? row.becomesId : null,
})

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/imports',
      needs: 'look',
      tells: 'Imports, newest first',
      tag,
      query: Exactly(PageQuery),
      answer: Page(Import),
    },
    async (db, { query: { cursor, limit = 100 } }) =>
      pageOf(await importViews(db, { after: idAfter(cursor), limit: limit + 1 }), limit, ({ id }) => [id]),
  )
  read(
    house,
    {
      url: '/v1/imports/:id',
      needs: 'look',
      tells: 'An import: how far it is, and how many rows are good, wrong, known and committed',
      tag,
      params: IdParams(),
      answer: Import,
    },
    (db, { params: { id } }) => importDetail(db, id),
  )
  read(
    house,
    {
      url: '/v1/imports/:id/rows',
      needs: 'look',
      tells: 'Its rows in the order of the file, each with all that is wrong with it',
      tag,
      params: IdParams(),
      query: Exactly({ state: Type.Optional(Choice(rowStates)), gap: Type.Optional(Choice(findings)), ...PageQuery }),
      answer: Page(ImportedRow),
    },
    async (db, { params: { id }, query: { state, gap, cursor, limit = 100 } }) => {
      const of = await importNamed(db, id)
      const [after] = readCursor(cursor, 1) ?? [0]
      const from = typeof after === 'number' ? after : 0
      const wanted = { state: state ?? null, gap: gap ?? null }
      const rows = await rowsOfFile(db, id, { ...wanted, after: from, limit: limit + 1 })
      return pageOf(rows.map(shown(of)), limit, ({ lineNo }) => [lineNo])
    },
  )
}

function assessing(house: House): void {
  read(
    house,
    {
      url: '/v1/imports/:id/batches',
      needs: 'look',
      tells: 'The batches that came with a sheet of stock, the first 500 in the order of the file: for their labels',
      tag,
      params: IdParams(),
      answer: BroughtBatches,
    },
    (db, { params: { id } }) => broughtBatches(db, id),
  )
  read(
    house,
    {
      url: '/v1/imports/:id/assessment',
      needs: 'look',
      tells:
        'What a sheet of stock does not tell, or what went wrong with past shipments: in rows, units and money, and what each means',
      tag,
      params: IdParams(),
      answer: Assessment,
    },
    (db, { params: { id } }) => assessment(db, id),
  )
}

function sheets(house: House): void {
  download(
    house,
    {
      url: '/v1/imports/:id/wrong.csv',
      needs: 'look',
      tells: 'The wrong rows as they came, each with its line and why, to be mended and uploaded again',
      tag,
      params: IdParams(),
    },
    (db, { params: { id } }) => wrongRowsSheet(db, id),
  )
  download(
    house,
    {
      url: '/v1/import-template.csv',
      needs: 'look',
      tells: 'A sheet with all columns of a kind, of opening stock unless said',
      tag,
      query: Exactly({ kind: Type.Optional(kindShape()) }),
    },
    async (_db, { query: { kind = 'stock' } }) => templateSheet(kind),
  )
  download(
    house,
    {
      url: '/v1/imports/:id/assessment.pdf',
      needs: 'look',
      tells: 'The assessment of a sheet of stock or past shipments, on one or two sheets of paper',
      tag,
      params: IdParams(),
    },
    (db, { params: { id } }) => assessmentPaper(db, id),
  )
}
