/**
 * web/shared/running-clock.tsx — how long something has gone on, or how long it took, second by second.
 */
import { Text } from '@mantine/core'
import { useInterval } from '@mantine/hooks'
import { useState } from 'react'
import { durationText } from '#domain/duration-text.ts'
import classes from './running-clock.module.css'

/** It runs until there is an `until`. */
export function RunningClock({ label, from, until }: { label: string; from: string; until: string | null }) {
  const [now, setNow] = useState(Date.now)
  useInterval(() => setNow(Date.now()), 1000, { autoInvoke: true })
  const end = until === null ? now : Date.parse(until)
  return (
    <>
      <Text c="dimmed" fz="sm">
        {label}
      </Text>
      <div className={classes.time} role="timer">
        {durationText((end - Date.parse(from)) / 1000)}
      </div>
    </>
  )
}
