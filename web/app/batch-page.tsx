/**
 * web/app/batch-page.tsx — a batch: put together here from several features, which do not know each other.
 */
import { Group, SimpleGrid } from '@mantine/core'
import type { BatchDetail, BatchTrace } from '../api/types.ts'
import { AlertOfBatch } from '../features/alerts/alert-of-batch.tsx'
import { BatchDates } from '../features/batches/batch-dates.tsx'
import { BatchFacts } from '../features/batches/batch-facts.tsx'
import { BatchFamily } from '../features/batches/batch-family.tsx'
import { BatchSerials } from '../features/batches/batch-serials.tsx'
import { useBatch } from '../features/batches/use-batch.ts'
import { MayBeOf } from '../features/identifying/may-be-of.tsx'
import { PoolsOf } from '../features/pools/pools-of.tsx'
import { HoldButton } from '../features/quality/hold-button.tsx'
import { SubjectHolds } from '../features/quality/subject-holds.tsx'
import { IfItFails } from '../features/recalls/if-it-fails.tsx'
import { CorrectDateButton } from '../features/repairs/correct-date.tsx'
import { MergedNote } from '../features/repairs/merged-note.tsx'
import { RepairMenu } from '../features/repairs/repair-menu.tsx'
import { RepairsOf } from '../features/repairs/repairs-of.tsx'
import { BatchOutletsShown } from '../features/rules/batch-outlets.tsx'
import { SamplesOf } from '../features/samples/samples-of.tsx'
import { BalanceActions } from '../features/stock/balance-actions.tsx'
import { BatchTimeline } from '../features/trace/batch-timeline.tsx'
import { GenealogySection } from '../features/trace/genealogy-section.tsx'
import { pictureOfBatch } from '../features/trace/graph-stops.ts'
import { MassBalance } from '../features/trace/mass-balance.tsx'
import { WhereItCameFrom, WhereItIs } from '../features/trace/trace-sections.tsx'
import { useRecipients, useTrace } from '../features/trace/use-trace.ts'
import { WhoGotIt } from '../features/trace/who-got-it.tsx'
import { TransfersOf } from '../features/transfers/transfers-of.tsx'
import { Page } from '../shared/page.tsx'
import { PrintLabels } from '../shared/print-labels.tsx'
import { Loaded, Unanswered } from '../shared/states.tsx'
import { UnitActions } from './unit-actions.tsx'

type BatchPageProps = Readonly<{ id: string; serial: string | undefined }>

export function BatchPage({ id, serial }: BatchPageProps) {
  const batch = useBatch(id)
  const { code, sku, productName, kind } = batch.data ?? {}
  return (
    <Page
      title={kind === 'untracked' ? `${sku}, not tracked by batch` : code ? `Batch ${code}` : 'Batch'}
      about={batch.data ? `${sku} ${productName}` : null}
      back={{ to: '/stock', label: 'Stock' }}
      actions={
        batch.data && code && sku ? (
          <>
            <PrintLabels kind="batch" of={[id]} about={`batch ${code}`} />
            <RepairMenu batch={batch.data} />
            <HoldButton about={{ kind: 'batch', id, code, sku }} />
          </>
        ) : null
      }
    >
      <Loaded of={batch} rows={10}>
        {(got) => <BatchShown key={`${got.id} ${serial ?? ''}`} batch={got} serial={serial} />}
      </Loaded>
    </Page>
  )
}

function BatchShown({ batch, serial }: { batch: BatchDetail; serial: string | undefined }) {
  const serials = <BatchSerials batchId={batch.id} serial={serial} />
  return (
    <>
      <MergedNote batch={batch} />
      <AlertOfBatch batch={batch.id} />
      {serial ? serials : null}
      <BatchFacts batch={batch} />
      <BatchFamily batch={batch} />
      {batch.parents.length + batch.children.length === 0 ? null : (
        <GenealogySection asked={{ scope: { parts: [{ kind: 'batch', batch: batch.id }] }, knownOn: undefined }} />
      )}
      <RepairsOf batch={batch.id} />
      <IfItFails batch={batch.id} />
      <TraceShown batch={batch} />
      {serial ? null : serials}
      <BatchDates batch={batch} aside={<CorrectDateButton batch={batch} />} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing={18} verticalSpacing={0} style={{ alignItems: 'start' }}>
        <SubjectHolds of={{ batch: batch.id }} />
        <BatchTimeline batch={batch} />
      </SimpleGrid>
    </>
  )
}

type HereProps = Readonly<{ here: BatchTrace['here'][number]; sku: string }>

/** Opened units are not carried about: they are used up on the page of what was opened. */
function HereActions({ here: { warehouseId, warehouseCode, ...here }, sku }: HereProps) {
  if (!warehouseId || !warehouseCode) return null
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      <UnitActions lying={{ ...here, sku }} />
      {here.placeKind === 'opened' ? null : <BalanceActions balance={{ ...here, warehouseId, warehouseCode, sku }} />}
    </Group>
  )
}

function TraceShown({ batch: { id, code, sku } }: { batch: BatchDetail }) {
  const trace = useTrace(id)
  const recipients = useRecipients(id).data?.items
  const first = trace.data?.pages[0]
  if (!first) return <Unanswered of={trace} rows={8} />
  return (
    <>
      <WhereItIs trace={first} actions={(here) => <HereActions here={here} sku={sku} />} />
      <BatchOutletsShown id={id} code={code} />
      <PoolsOf of={{ batch: id }} sku={sku} />
      <MayBeOf batch={id} />
      <TransfersOf batch={id} />
      <SamplesOf batch={id} />
      <MassBalance balance={first.massBalance} />
      <WhoGotIt
        ofFamily={first.children.length > 0}
        totals={first}
        consignments={trace.data?.pages.flatMap(({ shipments }) => shipments.items) ?? []}
        sheet={(ending) => `/v1/batches/${id}/trace.${ending}`}
        more={trace.hasNextPage ? () => void trace.fetchNextPage() : null}
        reading={trace.isFetchingNextPage}
        picture={recipients ? (max) => pictureOfBatch(first, { ...first, recipients }, max) : null}
      />
      <WhereItCameFrom trace={first} />
    </>
  )
}
