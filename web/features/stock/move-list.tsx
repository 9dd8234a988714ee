/**
 * web/features/stock/move-list.tsx — moves as rows: what went from where to where, by which document, and who wrote it down.
 */
import { Text } from '@mantine/core'
import type { Move, Name } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { wordsOfMove } from '../../shared/move-words.ts'
import { NamedLink } from '../../shared/named-link.tsx'
import { placeText } from '../../shared/place-words.ts'
import { Quantity } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'
import { useNames } from '../../shared/use-names.ts'
import type { Pages } from '../../shared/use-pages.ts'
import { ReverseMove } from './reverse-move.tsx'

const lateMs = 3_600_000
const isLate = ({ occurredAt, recordedAt }: Move) => Date.parse(recordedAt) - Date.parse(occurredAt) > lateMs

function When({ move }: { move: Move }) {
  return (
    <>
      <InstantText at={move.occurredAt} />
      {isLate(move) ? (
        <Text fz="sm" c="dimmed">
          written down <InstantText at={move.recordedAt} />
        </Text>
      ) : null}
    </>
  )
}

const columnsWith = (names: ReadonlyMap<string, Name>): readonly Column<Move>[] => [
  { title: 'When', cell: (move) => <When move={move} /> },
  { title: 'What', cell: wordsOfMove },
  { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  {
    title: 'Batch',
    cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} />,
  },
  {
    title: 'From',
    cell: (move) => placeText({ kind: move.fromKind, code: move.fromCode, warehouseCode: move.fromWarehouseCode }),
  },
  {
    title: 'To',
    cell: (move) => placeText({ kind: move.toKind, code: move.toCode, warehouseCode: move.toWarehouseCode }),
  },
  {
    title: 'By',
    cell: (move) => <Document move={move} name={names.get(move.documentId)} />,
  },
  { title: 'Who', cell: ({ actorName }) => actorName, deskOnly: true },
  { title: 'Undo', cell: (move) => <ReverseMove move={move} />, end: true },
]

/** The paper it belongs to; where there is none, the reason that was given. */
function Document({ move: { documentKind, note }, name }: { move: Move; name: Name | undefined }) {
  if (name) return <NamedLink name={name} />
  return <>{note ?? documentKind}</>
}

export function MoveList({ pages, filtered }: { pages: Pages<Move>; filtered: boolean }) {
  const names = useNames((pages.rows ?? []).map(({ documentId }) => documentId))
  return (
    <Listing
      label="Moves"
      pages={pages}
      columns={columnsWith(names)}
      keyOf={({ id }) => id}
      empty={<Empty title={filtered ? 'No move fits this filter' : 'Nothing has moved yet'} />}
    />
  )
}
