import { Button, Text } from '@mantine/core'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Transfer } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DateText } from '../../shared/date-text.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

type Line = Transfer['lines'][number]
type Task = Line['promised'][number] & Pick<Line, 'sku' | 'lineNo'>

const tasks: readonly Column<Task>[] = [
  { title: 'Place', cell: ({ placeCode }) => <b>{placeCode}</b> },
  { title: 'Product', cell: ({ sku }) => sku },
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  { title: 'Last day', cell: ({ expiresOn }) => (expiresOn ? <DateText day={expiresOn} /> : '–') },
  { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

/** What is promised, bin by bin: what leaves when it is shipped. */
export function PickSection({ transfer: { id, lines } }: { transfer: Transfer }) {
  const ship = useWrite((_: null, key) =>
    answerOf(api.POST('/v1/transfers/{id}/shipments', { params: { path: { id } }, body: {}, headers: intent(key) })),
  )
  const rows = lines
    .flatMap(({ promised, sku, lineNo }): Task[] => promised.map((one) => ({ ...one, sku, lineNo })))
    .toSorted((a, b) => (a.placeCode < b.placeCode ? -1 : 1))
  if (rows.length === 0) return null
  return (
    <Section
      title="To pick and ship"
      aside={
        <May to="ship">
          <Button loading={ship.sending} onClick={() => ship.send(null)}>
            Ship all of it
          </Button>
        </May>
      }
    >
      <ProblemAlert problem={ship.problem} />
      <Rows
        rows={rows}
        columns={tasks}
        keyOf={({ lineNo, batchId, placeId }) => `${lineNo} ${batchId} ${placeId}`}
        label="To pick"
      />
    </Section>
  )
}

const columns: readonly Column<Line>[] = [
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'Name', cell: ({ productName }) => productName, deskOnly: true },
  { title: 'Batches', cell: (line) => <Batches line={line} /> },
  { title: 'Asked', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Promised', cell: ({ reserved }) => <Quantity of={reserved} dimZero />, end: true },
  { title: 'Sent', cell: ({ sent }) => <Quantity of={sent} dimZero />, end: true },
]

/** Those that left; of a person's choice the batch and why; and what stands against the others while units are missing. */
function Batches({ line: { batches, batchId, batchCode, reason, passedOver } }: { line: Line }) {
  return (
    <>
      {batches.map((one) => (
        <div key={one.batchId}>
          <BatchLink id={one.batchId} code={one.batchCode} />
        </div>
      ))}
      {batches.length === 0 && batchId && batchCode ? <BatchLink id={batchId} code={batchCode} /> : null}
      {reason ? <Text c="dimmed">{reason}</Text> : null}
      {passedOver.map(({ batchId: id, says }) => (
        <Text key={`${id} ${says}`} c="dimmed">
          {says}
        </Text>
      ))}
    </>
  )
}

export const LinesSection = ({ transfer: { lines } }: { transfer: Transfer }) => (
  <Section title="Lines" flush>
    <Rows rows={lines} columns={columns} keyOf={({ id }) => id} label="Lines" />
  </Section>
)
