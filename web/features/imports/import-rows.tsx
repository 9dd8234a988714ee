import { needsOf } from '#domain/imports/fields.ts'
import { answerOf, api, given } from '../../api/client.ts'
import type { Import, ImportedRow } from '../../api/types.ts'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { SheetButton } from '../../shared/sheet-button.tsx'
import { spoken } from '../../shared/spoken.ts'
import { usePages } from '../../shared/use-pages.ts'
import { kindWords } from './import-kind.ts'
import classes from './imports.module.css'
import { MendRow } from './mend-row.tsx'

type Of = Readonly<{ of: Import }>

function useRows({ id, judged, committed, wrong, state }: Import, of: ImportedRow['state']) {
  // What is told changes while it is worked on; what is being mended stays where it is.
  const soFar = state === 'judged' ? [] : [judged, committed, wrong]
  return usePages(['import-rows', id, of, state, ...soFar], (cursor) =>
    answerOf(
      api.GET('/v1/imports/{id}/rows', { params: { path: { id }, query: given({ state: of, cursor, limit: 50 }) } }),
    ),
  )
}

const line: Column<ImportedRow> = {
  title: 'Line',
  cell: ({ lineNo }) => <span style={{ whiteSpace: 'nowrap' }}>Line {lineNo}</span>,
}
const row: Column<ImportedRow> = {
  title: 'Row',
  cell: ({ cells }) => <span className={classes.cell}>{cells.filter((cell) => cell !== '').join(' · ')}</span>,
}
const why: Column<ImportedRow> = {
  title: 'What is wrong',
  cell: ({ problems }) => (
    <ul style={{ margin: 0, paddingInlineStart: 16, textAlign: 'start' }}>
      {problems.map(({ column, message }) => (
        <li key={`${column} ${message}`} className={classes.cell}>
          {column === '' ? null : <strong>{column} </strong>}
          {spoken(message)}
        </li>
      ))}
    </ul>
  ),
}

export function WrongRows({ of }: Of) {
  const may = useMay(needsOf[of.kind])
  const mend: Column<ImportedRow> = {
    title: 'What is wrong',
    cell: (wrong) => <MendRow of={of} row={wrong} />,
  }
  return (
    <Section
      title={`${countOf(of.wrong, 'wrong row')}`}
      aside={<SheetButton href={`/v1/imports/${of.id}/wrong.csv`} />}
      flush
    >
      <Listing
        label="Wrong rows"
        pages={useRows(of, 'wrong')}
        columns={[line, row, may && of.state === 'judged' ? mend : why]}
        keyOf={({ lineNo }) => String(lineNo)}
        empty={null}
      />
    </Section>
  )
}

const pageOf: Readonly<Record<Import['kind'], string | null>> = {
  stock: '/receipts',
  products: '/products',
  suppliers: '/partners/suppliers',
  customers: '/partners/customers',
  places: null,
  orders: '/orders',
  shipments: null,
}

const becomes = ({ kind }: Import): Column<ImportedRow> => ({
  title: 'Became',
  cell: ({ becomesId }) =>
    becomesId === null || pageOf[kind] === null ? null : (
      <RowLink to={`${pageOf[kind]}/${becomesId}`}>{kindWords[kind].one}</RowLink>
    ),
})

export function ImportedRows({ of }: Of) {
  return (
    <Section title={`${countOf(of.committed, 'imported row')}`} flush>
      <Listing
        label="Imported rows"
        pages={useRows(of, 'committed')}
        columns={[line, row, becomes(of)]}
        keyOf={({ lineNo }) => String(lineNo)}
        empty={null}
      />
    </Section>
  )
}

type GapRowsProps = Readonly<{ of: Import; gap: ImportedRow['gaps'][number]; title: string }>

export function GapRows({ of: { id }, gap, title }: GapRowsProps) {
  const pages = usePages(['import-rows', id, 'gap', gap], (cursor) =>
    answerOf(api.GET('/v1/imports/{id}/rows', { params: { path: { id }, query: given({ gap, cursor, limit: 50 }) } })),
  )
  return (
    <Listing
      label={`Rows: ${title}`}
      pages={pages}
      columns={[line, row]}
      keyOf={({ lineNo }) => String(lineNo)}
      empty={null}
    />
  )
}
