import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Run } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Loaded } from '../../shared/states.tsx'
import { kindWords } from './run-words.ts'

type Line = Run['inputs'][number]

const shared: readonly Column<Line>[] = [
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'Name', cell: ({ productName }) => productName, deskOnly: true },
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  { title: 'Last day', cell: ({ expiresOn }) => <DateText day={expiresOn} /> },
  { title: 'Place', cell: ({ placeCode }) => placeCode },
]
const waste: Column<Line> = {
  title: 'Waste',
  cell: (line) => <Quantity of={line.waste} unit={line.baseUnit} dimZero />,
  end: true,
}
const quantity: Column<Line> = {
  title: 'Quantity',
  cell: (line) => <Quantity of={line.quantity} unit={line.baseUnit} />,
  end: true,
}
const serials: Column<Line> = { title: 'Serials', cell: (line) => line.serials.join(', ') || '–' }

const columnsOf = (lines: readonly Line[]) => [
  ...shared,
  ...(lines.some((line) => line.serials.length > 0) ? [serials] : []),
  ...(lines.some((line) => line.waste > 0) ? [waste] : []),
  quantity,
]

/** `samples` of the batches that it made are another feature: they are put together by the app. */
type RunPageProps = Readonly<{ runRef: string; samples: (batches: readonly string[]) => ReactNode }>

export function RunPage({ runRef, samples }: RunPageProps) {
  const found = useQuery({
    queryKey: ['production-run', runRef],
    queryFn: () => answerOf(api.GET('/v1/production-runs/{ref}', { params: { path: { ref: runRef } } })),
  })
  return (
    <Page
      title={found.data ? `Run ${found.data.number}` : 'Run'}
      about={found.data?.undoneAt ? <Sign tone="bad">undone: it did not happen</Sign> : null}
      back={{ to: '/production', label: 'Production' }}
      actions={found.data ? <Actions run={found.data} /> : null}
    >
      <Loaded of={found}>{(run) => <Shown run={run} samples={samples} />}</Loaded>
    </Page>
  )
}

function Actions({ run: { number, undoneAt } }: { run: Run }) {
  return (
    <>
      {undoneAt === null ? (
        <May to="reverse moves">
          <ReasonButton
            title={`Undo run ${number}`}
            about="It did not happen: what it used lies where it lay, and what it made is gone. Only while all of that lies untouched."
            confirm="Undo it"
            danger
            send={(reason, key) =>
              answerOf(
                api.POST('/v1/production-runs/{ref}/reversal', {
                  params: { path: { ref: number } },
                  body: { reason },
                  headers: intent(key),
                }),
              )
            }
          >
            Undo
          </ReasonButton>
        </May>
      ) : null}
      <May to="produce">
        <LinkButton to="/production/new">Make the next</LinkButton>
      </May>
    </>
  )
}

type ShownProps = Readonly<{ run: Run }> & Pick<RunPageProps, 'samples'>

function Shown({ run, samples }: ShownProps) {
  return (
    <>
      <Section title={kindWords[run.kind]}>
        <Facts
          of={{
            When: <InstantText at={run.happenedAt} />,
            Warehouse: run.warehouseCode,
            'Recorded by': run.madeBy,
            ...(run.reference ? { Reference: run.reference } : {}),
            ...(run.note ? { Note: run.note } : {}),
            ...(run.reason ? { 'Held goods used': run.reason } : {}),
            ...(run.wasteReason ? { Waste: run.wasteReason } : {}),
            ...(run.undoneBy ? { Undone: `${run.undoneBy}: ${run.undoReason}` } : {}),
          }}
        />
      </Section>
      <Section title="What was used" flush>
        <Rows label="What was used" rows={run.inputs} columns={columnsOf(run.inputs)} keyOf={({ id }) => id} />
      </Section>
      <Section title="What was made" flush>
        <Rows label="What was made" rows={run.outputs} columns={columnsOf(run.outputs)} keyOf={({ id }) => id} />
      </Section>
      {run.undoneAt === null ? samples([...new Set(run.outputs.map(({ batchId }) => batchId))]) : null}
    </>
  )
}
