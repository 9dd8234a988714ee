import type { BatchDetail, Name } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { type Column, Rows } from '../../shared/listing.tsx'
import { NamedLink } from '../../shared/named-link.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { useNames } from '../../shared/use-names.ts'

type Link = BatchDetail['children'][number]
type Row = Link & Readonly<{ side: 'parent' | 'child' }>

function isWords(side: Row['side'], kind: Link['kind']): string {
  if (kind === 'merged')
    return side === 'parent' ? 'the same batch, merged into this' : 'the same batch, this was merged into it'
  if (kind === 'split') return side === 'parent' ? 'what this was split from' : 'split from it'
  if (kind === 'identified')
    return side === 'parent' ? 'goods without batch, among which it was found' : 'found among these'
  if (kind === 'made') return side === 'parent' ? 'what this was made of' : 'made of it'
  return side === 'parent' ? `what this was before it was ${kind}` : `${kind} units of it`
}

const columnsWith = (names: ReadonlyMap<string, Name>): readonly Column<Row>[] => [
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  {
    title: 'Is',
    cell: ({ side, kind }) => isWords(side, kind),
  },
  {
    title: 'Through',
    cell: ({ documentId, endedAt }) => {
      const run = documentId === null ? undefined : names.get(documentId)
      if (!run) return '–'
      return (
        <>
          <NamedLink name={run} />
          {endedAt === null ? '' : ', undone'}
        </>
      )
    },
  },
  { title: 'Good until', cell: ({ expiresOn }) => <DateText day={expiresOn} /> },
  { title: 'When', cell: ({ madeAt }) => <InstantText at={madeAt} />, deskOnly: true },
  { title: 'By', cell: ({ madeBy }) => madeBy, deskOnly: true },
  { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

/** What a batch was made of and what was made of it; nothing of one that is as it came. */
export function BatchFamily({ batch: { parents, children } }: { batch: BatchDetail }) {
  const rows: readonly Row[] = [
    ...parents.map((link) => ({ ...link, side: 'parent' as const })),
    ...children.map((link) => ({ ...link, side: 'child' as const })),
  ]
  const names = useNames(rows.flatMap(({ documentId }) => documentId ?? []))
  if (rows.length === 0) return null
  return (
    <Section
      title={rows.every(({ kind }) => kind === 'identified') ? 'Where it was found' : 'Held and traced together'}
      flush
    >
      <Rows
        rows={rows}
        columns={columnsWith(names)}
        keyOf={({ batchId, kind, side, documentId, madeAt }) => `${batchId} ${kind} ${side} ${documentId} ${madeAt}`}
        label="Family of the batch"
      />
    </Section>
  )
}
