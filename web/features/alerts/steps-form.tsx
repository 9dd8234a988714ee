import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { inOrder, stepDaysMax, stepsMax } from '#domain/alerts.ts'
import type { Problem } from '../../api/problem.ts'
import { ProblemAlert } from '../../shared/states.tsx'
import { stepsInWords } from './alert-words.tsx'

/** The days, the widest first; or what is wrong with what was typed. */
export function readSteps(typed: string): readonly number[] | string {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '')
  const wrong = words.find((word) => !/^\d+$/.test(word) || Number(word) < 1 || Number(word) > stepDaysMax)
  if (wrong !== undefined) return `${wrong} is not a number of days from 1 to ${stepDaysMax}.`
  const days = inOrder(words.map(Number))
  return days.length > stepsMax ? `${days.length} steps; at most ${stepsMax} are kept.` : days
}

type StepsFormProps = Readonly<{
  days: readonly number[]
  readOnly: boolean
  sending: boolean
  problem: Problem | null
  onSave: (days: number[]) => void
}>

/** Days before the last day, typed one after another. */
export function StepsForm({ days, readOnly, sending, problem, onSave }: StepsFormProps) {
  const [typed, setTyped] = useState(days.join(', '))
  const read = readSteps(typed)
  const wrong = typeof read === 'string' ? read : null
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    if (typeof read !== 'string') onSave([...read])
  }
  return (
    <form onSubmit={send}>
      <Stack gap="sm" maw={520}>
        <TextInput
          label="Days before the last day"
          description={
            typeof read === 'string' ? 'Numbers of days, with commas between them' : `${stepsInWords(read)}.`
          }
          placeholder="90, 60, 30"
          autoComplete="off"
          readOnly={readOnly}
          value={typed}
          error={wrong}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ProblemAlert problem={problem} />
        {readOnly ? null : (
          <Group>
            <Button type="submit" loading={sending} disabled={wrong !== null || typed === days.join(', ')}>
              Save the steps
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}
