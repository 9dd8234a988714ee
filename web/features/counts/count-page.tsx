/**
 * web/features/counts/count-page.tsx — a count on the floor: one bin at a time, and the list behind it.
 */
import { Progress, Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { Count, CountTask } from '../../api/types.ts'
import { LinkButton } from '../../shared/link-button.tsx'
import { useMay } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { ScanInput } from '../../shared/scan-input.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { Told, useTaskInTurn } from '../../shared/told.tsx'
import { CountBin } from './count-bin.tsx'
import { CountState, ofWords, whyThese } from './count-words.tsx'
import classes from './counting.module.css'

export function CountPage({ countRef }: { countRef: string }) {
  const count = useQuery({
    queryKey: ['count', countRef],
    queryFn: () => answerOf(api.GET('/v1/counts/{ref}', { params: { path: { ref: countRef } } })),
  })
  return (
    <Page
      title={count.data ? `Count ${count.data.number}` : 'Count'}
      about={count.data ? <HowFar count={count.data} /> : null}
      back={{ to: '/counts', label: 'Counts' }}
      actions={count.data && count.data.open !== null ? <ToDifferences count={count.data} /> : null}
    >
      <Loaded of={count}>{(got) => <CountShown key={got.id} count={got} />}</Loaded>
    </Page>
  )
}

const ToDifferences = ({ count: { id } }: { count: Count }) => (
  <LinkButton variant="default" to="/counts/$ref/differences" params={{ ref: id }}>
    Differences
  </LinkButton>
)

const HowFar = ({ count }: { count: Count }) => (
  <>
    {`${ofWords(count)} in ${count.warehouseCode} · `}
    <CountState of={count} />
    <Chosen count={count} />
    <Progress
      mt={6}
      value={count.bins === 0 ? 100 : (count.counted / count.bins) * 100}
      aria-label="How far the bins are counted"
      color="leaf"
    />
  </>
)

function Chosen({ count }: { count: Count }) {
  const why = whyThese(count)
  return why === null ? null : (
    <Text fz="sm" c="dimmed">
      {why}
    </Text>
  )
}

const isOpen = ({ state }: CountTask) => state !== 'counted'

/** The bin that was chosen, else the next on the way. */
function CountShown({ count }: { count: Count }) {
  const may = useMay('count')
  const { chosen, choose, told, done } = useTaskInTurn<string>()
  const works = may && count.closedAt === null
  const task = count.tasks.find(({ placeId }) => placeId === chosen) ?? count.tasks.find(isOpen)
  return (
    <>
      <Told words={told} />
      {works && task ? (
        <CountBin key={`${task.placeId} ${task.round}`} count={count} task={task} onDone={done} />
      ) : null}
      {task ? null : <AllCounted count={count} />}
      <Bins count={count} shown={works ? (task?.placeId ?? null) : null} onChoose={works ? choose : null} />
    </>
  )
}

const AllCounted = ({ count }: { count: Count }) => (
  <Section title="Done">
    <Empty title="Every bin is counted" action={count.open === null ? null : <ToDifferences count={count} />}>
      {count.open === null
        ? 'It is blind: somebody who did not count looks at what differs.'
        : 'Look at what differs, then close the count.'}
    </Empty>
  </Section>
)

type BinsProps = Readonly<{ count: Count; shown: string | null; onChoose: ((placeId: string) => void) | null }>

function Bins({ count: { tasks }, shown, onChoose }: BinsProps) {
  const [scan, setScan] = useState('')
  const look = (text: string) => {
    const task = tasks.find(({ placeCode }) => placeCode === text.trim())
    if (task) onChoose?.(task.placeId)
    setScan(task ? '' : text)
  }
  return (
    <Section title="Bins" flush>
      {onChoose ? <ScanInput p="sm" label="Scan a bin to count it now" value={scan} onScan={look} /> : null}
      {tasks.map((task) => (
        <UnstyledButton
          key={task.placeId}
          className={classes.task}
          data-shown={task.placeId === shown || undefined}
          disabled={onChoose === null}
          onClick={() => onChoose?.(task.placeId)}
        >
          <b>{task.placeCode}</b>
          <TaskState task={task} />
        </UnstyledButton>
      ))}
    </Section>
  )
}

function TaskState({ task: { state, differing, countedBy } }: { task: CountTask }) {
  if (state === 'to_count') return <Sign tone="quiet">to count</Sign>
  if (state === 'recount') return <Sign tone="soon">count again</Sign>
  if (differing === null) return <Sign tone="active">{`counted by ${countedBy ?? ''}`}</Sign>
  return differing === 0 ? <Sign tone="good">as expected</Sign> : <Sign tone="soon">{`${differing} differ`}</Sign>
}
