/**
 * web/features/trace/genealogy-section.tsx — the family of what is asked of, with a search in it.
 */
import { Button, Group, Select, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { batchText } from '#domain/batch-code.ts'
import { answerOf, api } from '../../api/client.ts'
import type { Genealogy } from '../../api/types.ts'
import { Section } from '../../shared/page.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { Unanswered } from '../../shared/states.tsx'
import { drawingOf, nothingOpened, openedMore } from './genealogy-picture.ts'
import { type AskedTrace, queryOf } from './use-trace.ts'

const GenealogyGraph = lazy(() =>
  import('./genealogy-graph.tsx').then((module) => ({ default: module.GenealogyGraph })),
)

/** Nothing of goods that are as they came. */
export function GenealogySection({ asked }: { asked: AskedTrace }) {
  const family = useQuery({
    queryKey: ['trace', 'genealogy', asked],
    queryFn: () => answerOf(api.GET('/v1/genealogy', { params: { query: queryOf(asked) } })),
  })
  if (family.data === undefined) return <Unanswered of={family} rows={4} />
  return family.data.links.length === 0 ? null : <Family of={family.data} />
}

function Family({ of }: { of: Genealogy }) {
  const [opened, setOpened] = useState(nothingOpened)
  const [found, setFound] = useState<string | null>(null)
  const drawing = useMemo(() => drawingOf(of, opened), [of, opened])
  const open = (id: string) => {
    const { [id]: before = 0 } = opened.gatherings
    setFound(null)
    setOpened({ ...opened, gatherings: { ...opened.gatherings, [id]: before + openedMore } })
  }
  const find = (id: string | null) => {
    setFound(id)
    if (id !== null) setOpened({ ...opened, found: [...new Set([...opened.found, id])] })
  }
  const gather = () => {
    setOpened(nothingOpened)
    setFound(null)
  }
  return (
    <Section
      title={`What was made of what: ${countOf(of.batches.length, 'batch', 'batches')}`}
      flush
      aside={
        <Group gap="xs">
          <FindBatch of={of} found={found} onFind={find} />
          {opened === nothingOpened ? null : (
            <Button size="xs" variant="default" onClick={gather}>
              Gather again
            </Button>
          )}
        </Group>
      }
    >
      <Suspense fallback={<Skeleton h={320} />}>
        <GenealogyGraph drawing={drawing} found={found} onOpen={open} />
      </Suspense>
      <LeftOut of={of} />
    </Section>
  )
}

type FindProps = Readonly<{ of: Genealogy; found: string | null; onFind: (id: string | null) => void }>

const FindBatch = ({ of, found, onFind }: FindProps) => (
  <Select
    size="xs"
    aria-label="Find a batch in the graph"
    placeholder="Find a batch"
    searchable
    clearable
    clearButtonProps={{ 'aria-label': 'Show all of the graph' }}
    limit={20}
    nothingFoundMessage="No batch of these"
    data={optionsOf(of)}
    value={found}
    onChange={onFind}
  />
)

const optionsOf = ({ batches }: Genealogy) =>
  batches.map(({ batchId, batchCode, sku, state }) => ({
    value: batchId,
    label: [batchText(batchCode), sku, ...(state === 'good' ? [] : [state])].join(' · '),
  }))

function LeftOut({ of: { batchesLeftOut, linksCut } }: { of: Genealogy }) {
  if (batchesLeftOut === 0 && !linksCut) return null
  return (
    <Text c="dimmed" fz="sm" p="sm">
      {batchesLeftOut > 0
        ? `The nearest are drawn; ${countOf(batchesLeftOut, 'batch', 'batches')} further away ${batchesLeftOut === 1 ? 'is' : 'are'} not. The tables have all of them.`
        : 'Not all lines are drawn: there are too many.'}
    </Text>
  )
}
