import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react'
import { answerOf, api } from '../api/client.ts'
import { Page } from '../shared/page.tsx'
import { Empty, Loading, Unanswered } from '../shared/states.tsx'

/** A page that is loaded when first opened. */
export function pageOf<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  const Lazy = lazy(async () => ({ default: await load().catch(() => NotLoaded) })) as unknown as ComponentType<Props>
  return function LoadedPage(props: Props) {
    return (
      <Suspense fallback={<Waiting />}>
        <Lazy {...props} />
      </Suspense>
    )
  }
}

function Waiting() {
  return (
    <Page title=" ">
      <Loading rows={8} />
    </Page>
  )
}

const loadAgain = () => window.location.reload()

/**
 * The page itself could not be fetched. Browsers remember that, so only loading all of it again helps, and that only once
 * the server answers.
 */
function NotLoaded() {
  const server = useQuery({ queryKey: ['server'], queryFn: () => answerOf(api.GET('/v1/me')), gcTime: 0, retry: false })
  const wasGone = server.errorUpdateCount > 0
  const isBack = wasGone && server.data !== undefined
  useEffect(() => {
    if (isBack) loadAgain()
  }, [isBack])
  if (wasGone || server.isPending)
    return (
      <Page title={wasGone ? 'Not reachable' : ' '}>
        <Unanswered of={server} rows={8} />
      </Page>
    )
  return (
    <Page title="Firstout has changed">
      <Empty title="This page is from an older version" action={<Button onClick={loadAgain}>Load again</Button>} />
    </Page>
  )
}
