/**
 * web/shared/states.tsx — what is shown when there is nothing, not yet anything, or no answer.
 */

import { Alert, Box, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { asProblem, type Problem } from '../api/problem.ts'
import { spoken, spokenAtLine } from './spoken.ts'

export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Stack align="center" gap={6} py={36} px="md" ta="center">
      <EmptyShelf />
      <Text fw={600}>{title}</Text>
      {children ? (
        <Text c="dimmed" maw={420}>
          {children}
        </Text>
      ) : null}
      {action ? <Box mt={8}>{action}</Box> : null}
    </Stack>
  )
}

function EmptyShelf() {
  return (
    <svg width="56" height="40" viewBox="0 0 56 40" fill="none" aria-hidden="true">
      <path d="M6 4v34M50 4v34" stroke="currentColor" opacity=".35" strokeWidth="2" strokeLinecap="round" />
      <path d="M4 18h48M4 34h48" stroke="currentColor" opacity=".35" strokeWidth="2" strokeLinecap="round" />
      <rect x="12" y="22" width="12" height="12" rx="2" stroke="var(--mantine-color-petrol-5)" strokeWidth="2" />
      <rect x="28" y="25" width="9" height="9" rx="2" fill="var(--mantine-color-saffron-3)" />
    </svg>
  )
}

type ProblemAlertProps = Readonly<{
  problem: Problem | null
  /** The form has one line, which need not be named. */
  oneLine?: boolean
  asking?: boolean
  onRetry?: () => void
}>

/** A refusal or failure, with what to do next in its own words. */
export function ProblemAlert({ problem, oneLine = false, asking = false, onRetry }: ProblemAlertProps) {
  if (!problem) return null
  const away = problem.code === 'offline'
  return (
    <Alert
      role="alert"
      color={away ? 'gray' : 'brick'}
      variant="light"
      icon={away ? <IconCloudOff size={18} /> : <IconAlertTriangle size={18} />}
      styles={{ message: { color: 'var(--mantine-color-text)' } }}
    >
      <Text fz="md">{(oneLine ? spokenAtLine : spoken)(problem.detail)}</Text>
      <Group gap="sm" mt={onRetry || problem.status >= 500 ? 8 : 0}>
        {onRetry ? (
          <Button size="xs" variant="default" onClick={onRetry} loading={asking}>
            Try again
          </Button>
        ) : null}
        {problem.status >= 500 && problem.requestId ? (
          <Text fz="xs" c="dimmed">
            Request {problem.requestId}
          </Text>
        ) : null}
      </Group>
    </Alert>
  )
}

export function Loading({ rows = 5 }: { rows?: number }) {
  return (
    <Stack gap={10} p="md" aria-busy="true" aria-label="Loading" role="status">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={String(index)} h={16} w={`${92 - ((index * 17) % 40)}%`} />
      ))}
    </Stack>
  )
}

/** Why a query has nothing to show; it stays while it is asked again, so that the page does not flicker between the two. */
export function useLastFailure(error: Error | null): Problem | null {
  const last = useRef(error)
  last.current = error ?? last.current
  return last.current ? asProblem(last.current) : null
}

export type Asked = Readonly<{ error: Error | null; isFetching: boolean; refetch(): unknown }>

/** A query that has no answer yet: it is read, or says why not. */
export function Unanswered({ of, rows = 5 }: { of: Asked; rows?: number }) {
  const problem = useLastFailure(of.error)
  if (!problem) return <Loading rows={rows} />
  return (
    <Box p="md">
      <ProblemAlert problem={problem} asking={of.isFetching} onRetry={() => of.refetch()} />
    </Box>
  )
}

type LoadedProps<T> = Readonly<{ of: Asked & { data: T | undefined }; rows?: number; children: (got: T) => ReactNode }>

/** Shows a query in each of its states; old content stays on the screen while it is read again. */
export function Loaded<T>({ of, rows = 5, children }: LoadedProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  return <Unanswered of={of} rows={rows} />
}
