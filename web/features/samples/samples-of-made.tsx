/**
 * web/features/samples/samples-of-made.tsx — the samples of batches that one run made, and a button to keep one of each where most of it lies.
 */
import { Button } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api } from '../../api/client.ts'
import { Rows } from '../../shared/listing.tsx'
import { freeOf, type LyingUnits } from '../../shared/lying.ts'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Empty } from '../../shared/states.tsx'
import { sampleColumns } from './sample-columns.tsx'
import { TakeSample } from './take-sample.tsx'

const samplesOf = (batch: string) => ({
  queryKey: ['samples', 'of', batch],
  queryFn: () => answerOf(api.GET('/v1/samples', { params: { query: { batch } } })),
})
const lyingOf = (batch: string) => ({
  queryKey: ['stock', 'of', batch],
  queryFn: () => answerOf(api.GET('/v1/stock', { params: { query: { batch } } })),
})

/** Each batch once. Nothing where there is no sample and nobody may keep one. */
export function SamplesOfMade({ batches }: { batches: readonly string[] }) {
  const may = useMay('keep samples')
  const samples = useQueries({ queries: batches.map(samplesOf) }).flatMap(({ data }) => data?.items ?? [])
  if (samples.length === 0 && !may) return null
  return (
    <Section title="Samples of what was made" aside={may ? <KeepOne batches={batches} /> : null} flush>
      {samples.length === 0 ? (
        <Empty title="None is kept">A few units of each batch, kept back to be looked at later.</Empty>
      ) : (
        <Rows label="Samples of what was made" rows={samples} columns={sampleColumns} keyOf={({ id }) => id} />
      )}
    </Section>
  )
}

function KeepOne({ batches }: { batches: readonly string[] }) {
  const [from, setFrom] = useState<LyingUnits | null>(null)
  const stock = useQueries({ queries: batches.map(lyingOf) })
  const most = stock.flatMap(({ data }) => {
    const rows = (data?.items ?? []).filter((row) => freeOf(row) > 0)
    return rows.toSorted((a, b) => freeOf(b) - freeOf(a)).slice(0, 1)
  })
  return (
    <>
      {most.map((row) => (
        <Button key={row.batchId} size="xs" variant="default" onClick={() => setFrom(row)}>
          {most.length === 1 ? 'Keep a sample' : `Keep a sample of ${batchName(row.batchCode)}`}
        </Button>
      ))}
      {from ? <TakeSample lying={from} onClose={() => setFrom(null)} /> : null}
    </>
  )
}
