/**
 * web/features/recalls/recall-timeline.tsx — every act of a recall, newest first: started, widened, notices, calls, checks, returns, reports, end.
 */
import { Button, Text, Timeline } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { Recall, RecallHappening } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { Section } from '../../shared/page.tsx'
import { Loaded } from '../../shared/states.tsx'
import { ScopeList } from './scope-list.tsx'

const shownFirst = 30

/** All of it is read: the newest are the last. */
async function wholeTimeline(ref: string): Promise<RecallHappening[]> {
  const all: RecallHappening[] = []
  let cursor: string | undefined
  do {
    const query = { limit: 500, ...(cursor === undefined ? {} : { cursor }) }
    const page = await answerOf(api.GET('/v1/recalls/{ref}/timeline', { params: { path: { ref }, query } }))
    all.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return all.toReversed()
}

export function RecallTimeline({ recall }: { recall: Recall }) {
  const found = useQuery({
    queryKey: ['recall', recall.id, 'timeline'],
    queryFn: () => wholeTimeline(recall.id),
  })
  return (
    <Section title="What happened">
      <Loaded of={found} rows={4}>
        {(all) => <Happenings recall={recall} all={all} />}
      </Loaded>
    </Section>
  )
}

function Happenings({ recall: { versions }, all }: Readonly<{ recall: Recall; all: readonly RecallHappening[] }>) {
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? all : all.slice(0, shownFirst)
  const scopeOf = (version: number | null) =>
    versions.length > 1 ? versions.find((one) => one.version === version)?.scope : undefined
  return (
    <>
      <Timeline bulletSize={16} lineWidth={1}>
        {shown.map(({ at, byName, says, detail, version }, index) => {
          const scope = scopeOf(version)
          return (
            <Timeline.Item key={`${at} ${String(all.length - index)}`} title={says} lineVariant="solid">
              <Text fz="sm" c="dimmed">
                <InstantText at={at} /> · {byName ?? 'a consignee'}
              </Text>
              {detail ? (
                <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
                  {detail}
                </Text>
              ) : null}
              {scope ? <ScopeList scope={scope} /> : null}
            </Timeline.Item>
          )
        })}
      </Timeline>
      {shown.length < all.length ? (
        <Button mt="sm" size="xs" variant="default" onClick={() => setIsWhole(true)}>
          {`Show all ${all.length}`}
        </Button>
      ) : null}
    </>
  )
}
