/**
 * web/app/gate.tsx — lets in who is signed in; shows the set-up or the sign-in in place, so that the address asked for
 * is still there afterwards.
 */
import { Center, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answerOf, api } from '../api/client.ts'
import { asProblem } from '../api/problem.ts'
import { Entrance } from '../shared/entrance.tsx'
import { ProblemAlert, useLastFailure } from '../shared/states.tsx'
import { useMe } from '../shared/use-me.ts'
import { pageOf } from './page-of.tsx'

const SignInPage = pageOf(async () => (await import('../features/access/sign-in-page.tsx')).SignInPage)
const SetUpPage = pageOf(async () => (await import('../features/places/set-up-page.tsx')).SetUpPage)

export function Gate({ children }: { children: ReactNode }) {
  const me = useMe()
  const failure = useLastFailure(me.error)
  const stranger = me.error !== null && asProblem(me.error).code === 'not_signed_in'
  if (stranger) return <StrangerPage />
  if (me.data) return <>{children}</>
  if (failure && failure.code !== 'not_signed_in')
    return (
      <Entrance title="Not reachable" about="Firstout does not answer just now.">
        <ProblemAlert problem={failure} asking={me.isFetching} onRetry={() => void me.refetch()} />
      </Entrance>
    )
  return <Waiting />
}

function StrangerPage() {
  const setUp = useQuery({
    queryKey: ['me', 'set-up'],
    queryFn: () => answerOf(api.GET('/v1/set-up')),
    refetchInterval: false,
  })
  if (setUp.isPending) return <Waiting />
  return setUp.data?.needed ? <SetUpPage /> : <SignInPage />
}

function Waiting() {
  return (
    <Center component="main" h="100dvh">
      <Loader aria-label="Loading" />
    </Center>
  )
}
