/**
 * web/app/batch-page.tsx — a batch: put together here from several features, which do not know each other.
 */
import { SimpleGrid } from '@mantine/core'
import { asProblem } from '../api/problem.ts'
import type { BatchDetail } from '../api/types.ts'
import { BatchDates } from '../features/batches/batch-dates.tsx'
import { BatchFacts } from '../features/batches/batch-facts.tsx'
import { useBatch } from '../features/batches/use-batch.ts'
import { BatchHolds } from '../features/quality/batch-holds.tsx'
import { BalanceActions } from '../features/stock/balance-actions.tsx'
import { BatchTimeline } from '../features/trace/batch-timeline.tsx'
import { MassBalance } from '../features/trace/mass-balance.tsx'
import { WhereItCameFrom, WhereItIs, WhoGotIt } from '../features/trace/trace-sections.tsx'
import { useTrace } from '../features/trace/use-trace.ts'
import { Page } from '../shared/page.tsx'
import { Loaded, Loading, ProblemAlert } from '../shared/states.tsx'

export function BatchPage({ id }: { id: string }) {
  const batch = useBatch(id)
  return (
    <Page
      title={batch.data ? `Batch ${batch.data.code}` : 'Batch'}
      about={batch.data ? `${batch.data.sku} ${batch.data.productName}` : null}
      back={{ to: '/stock', label: 'Stock' }}
    >
      <Loaded of={batch} rows={10}>
        {(got) => <BatchShown batch={got} />}
      </Loaded>
    </Page>
  )
}

function BatchShown({ batch }: { batch: BatchDetail }) {
  return (
    <>
      <BatchFacts batch={batch} />
      <TraceShown batch={batch} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing={18} verticalSpacing={0} style={{ alignItems: 'start' }}>
        <div>
          <BatchHolds batch={batch} />
          <BatchDates batch={batch} />
        </div>
        <BatchTimeline batch={batch} />
      </SimpleGrid>
    </>
  )
}

function TraceShown({ batch: { id, code, sku } }: { batch: BatchDetail }) {
  const trace = useTrace(id)
  const first = trace.data?.pages[0]
  if (!first)
    return trace.error ? (
      <ProblemAlert problem={asProblem(trace.error)} onRetry={() => void trace.refetch()} />
    ) : (
      <Loading rows={8} />
    )
  return (
    <>
      <WhereItIs
        trace={first}
        actions={({ warehouseId, warehouseCode, ...here }) =>
          warehouseId && warehouseCode ? (
            <BalanceActions balance={{ ...here, warehouseId, warehouseCode, batchId: id, batchCode: code, sku }} />
          ) : null
        }
      />
      <MassBalance balance={first.massBalance} />
      <WhoGotIt
        trace={first}
        consignments={trace.data?.pages.flatMap(({ shipments }) => shipments.items) ?? []}
        csv={`/v1/batches/${id}/trace.csv`}
        more={trace.hasNextPage ? () => void trace.fetchNextPage() : null}
        reading={trace.isFetchingNextPage}
      />
      <WhereItCameFrom trace={first} />
    </>
  )
}
