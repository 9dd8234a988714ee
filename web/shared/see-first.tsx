import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Problem } from '../api/problem.ts'
import { ProblemAlert } from './states.tsx'

type SeeFirstProps = Readonly<{
  children: ReactNode
  /** What is shown is of what the form says now. */
  isShown: boolean
  preview: Readonly<{ data: unknown; isFetching: boolean }>
  problem: Problem | null
}>

/** Submits a form to see what it would change, before anything is. */
export function SeeFirst({ children, isShown, preview, problem }: SeeFirstProps) {
  return (
    <Stack gap="md" mb="lg">
      <ProblemAlert problem={isShown ? problem : null} />
      <Group gap="md">
        <Button
          type="submit"
          variant={isShown && preview.data ? 'default' : 'filled'}
          loading={isShown && preview.isFetching}
        >
          {children}
        </Button>
        <Text c="dimmed" fz="sm">
          Nothing is changed by looking.
        </Text>
      </Group>
    </Stack>
  )
}
