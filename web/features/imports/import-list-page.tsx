import { answerOf, api, given } from '../../api/client.ts'
import type { Import } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { kindWords } from './import-kind.ts'
import { ImportStateSign } from './import-state.tsx'
import { type KindChosen, UploadSheet } from './upload-sheet.tsx'

const columns: readonly Column<Import>[] = [
  { title: 'Import', cell: ({ id, number }) => <RowLink to={`/imports/${id}`}>{number}</RowLink> },
  { title: 'File', cell: ({ name }) => name },
  { title: 'Of', cell: ({ kind }) => kindWords[kind].many, deskOnly: true },
  { title: 'State', cell: (of) => <ImportStateSign of={of} /> },
  { title: 'When', cell: ({ madeAt }) => <InstantText at={madeAt} />, deskOnly: true },
  { title: 'By', cell: ({ madeBy }) => madeBy, deskOnly: true },
  { title: 'Rows', cell: ({ rows }) => <Quantity of={rows} />, end: true },
  { title: 'Wrong', cell: ({ wrong }) => <Quantity of={wrong} dimZero />, end: true },
]

export function ImportListPage(chosen: KindChosen) {
  const pages = usePages(['imports'], (cursor) =>
    answerOf(api.GET('/v1/imports', { params: { query: given({ cursor }) } })),
  )
  return (
    <Page title="Import" about="From a spreadsheet, as it is: every row is checked before anything is written">
      <May to="receive">
        <UploadSheet {...chosen} />
      </May>
      <Section title="Newest first" flush>
        <Listing
          label="Imports"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            <Empty title="Nothing was imported yet">
              Upload the sheet that you have: which of its columns says what is guessed, and you can change it. Products
              come first, then their stock: a row for each batch and bin.
            </Empty>
          }
        />
      </Section>
    </Page>
  )
}
