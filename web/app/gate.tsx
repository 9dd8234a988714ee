/**
 * web/app/gate.tsx — lets in who is signed in; shows the set-up or the sign-in in place, so that the address asked for
 * is still there afterwards.
 */
import { Center, Loader } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { answerOf, api } from '../api/client.ts'
import { Entrance } from '../shared/entrance.tsx'
import { ProblemAlert, useLastFailure } from '../shared/states.tsx'
import { useMe } from '../shared/use-me.ts'
import { pageOf } from './page-of.tsx'

const SignInPage = pageOf(async () => (await import('../features/access/sign-in-page.tsx')).SignInPage)
const SetUpPage = pageOf(async () => (await import('../features/places/set-up-page.tsx')).SetUpPage)

export function Gate({ children }: { children: ReactNode }) {
  const me = useMe()
  const failure = useLastFailure(me.error)
  if (me.data) return <>{children}</>
  // It stays while it is asked again who is signed in, for somebody types into it.
  if (failure?.code === 'not_signed_in') return <StrangerPage />
  if (failure)
    return (
      <Entrance title="Not reachable" about="Firstout does not answer just now.">
        <ProblemAlert problem={failure} asking={me.isFetching} onRetry={() => void me.refetch()} />
      </Entrance>
    )
  return <Waiting />
}

function StrangerPage() {
  const client = useQueryClient()
  // Of what the person before was shown, nothing is shown to the next one.
  useEffect(() => client.removeQueries({ type: 'inactive' }), [client])
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
