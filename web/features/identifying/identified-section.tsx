/**
 * web/features/identifying/identified-section.tsx — what was identified, newest first, and how it is undone.
 */
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { IdentifiedUnits } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { placeText } from '../../shared/place-words.ts'
import { Quantity } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'

const columns: readonly Column<IdentifiedUnits>[] = [
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  { title: 'At', cell: ({ placeCode: code, warehouseCode }) => placeText({ kind: 'storage', code, warehouseCode }) },
  { title: 'How', cell: (row) => <How of={row} /> },
  { title: 'When', cell: ({ madeAt }) => <InstantText at={madeAt} />, deskOnly: true },
  { title: 'By', cell: ({ madeBy }) => madeBy, deskOnly: true },
  { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Change', cell: (row) => <Undo of={row} />, end: true },
]

function How({ of: { foundBy, documentId } }: { of: IdentifiedUnits }) {
  if (foundBy === 'label' || documentId === null) return 'label read'
  return foundBy === 'count' ? (
    <RowLink to={`/counts/${documentId}`}>counted</RowLink>
  ) : (
    <RowLink to={`/pick/${documentId}`}>picked</RowLink>
  )
}

function Undo({ of: { id, batchCode, placeCode, quantity, undoneBy, undoReason } }: { of: IdentifiedUnits }) {
  const may = useMay('identify stock')
  if (undoneBy !== null) return <Sign tone="quiet">{`undone by ${undoneBy}: ${undoReason ?? ''}`}</Sign>
  if (!may) return null
  return (
    <ReasonButton
      look={{ size: 'compact-sm' }}
      title={`Undo batch ${batchCode} at ${placeCode}`}
      about={`They are not of it: all ${quantity} are without a batch again, where they lie.`}
      confirm="Undo it"
      danger
      send={(reason, key) =>
        answerOf(
          api.POST('/v1/identified-units/{id}/undoing', {
            params: { path: { id } },
            body: { reason },
            headers: intent(key),
          }),
        )
      }
    >
      Undo
    </ReasonButton>
  )
}

export function IdentifiedSection({ pathId: id }: { pathId: string }) {
  const pages = usePages(['identification', id, 'units'], (cursor) =>
    answerOf(api.GET('/v1/identifications/{id}/units', { params: { path: { id }, query: given({ cursor }) } })),
  )
  return (
    <Section title="What was identified" flush>
      <Listing
        label="Identified units"
        pages={pages}
        columns={columns}
        keyOf={(row) => row.id}
        empty={<Empty title="Nothing yet">Scan a label where units lie, or have the bins counted.</Empty>}
      />
    </Section>
  )
}
