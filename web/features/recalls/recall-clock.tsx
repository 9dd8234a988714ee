/**
 * web/features/recalls/recall-clock.tsx — how long it has been open or running, and how long it took until everything was held.
 */
import { Text } from '@mantine/core'
import { durationText } from '#domain/duration-text.ts'
import type { Recall } from '../../api/types.ts'
import { RunningClock } from '../../shared/running-clock.tsx'

export function RecallClock({ recall }: { recall: Recall }) {
  const { state, openedAt, startedAt, endedAt, secondsToIsolate } = recall
  if (state === 'abandoned') return <Text fw={600}>Abandoned: nothing was touched</Text>
  return (
    <div>
      <RunningClock
        label={state === 'draft' ? 'Open for' : state === 'running' ? 'Running for' : 'Ran for'}
        from={startedAt ?? openedAt}
        until={endedAt}
      />
      <Text fz="sm">
        {secondsToIsolate === null
          ? 'Nothing is held yet'
          : `Everything was held ${durationText(secondsToIsolate)} after it was opened`}
      </Text>
    </div>
  )
}
