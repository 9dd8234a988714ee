/**
 * web/features/notices/answer-page.tsx — where who got the goods answers, without signing in and mostly on a phone.
 */
import { Alert, Stack, Text } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { asProblem } from '../../api/problem.ts'
import type { AnswerPageContent } from '../../api/types.ts'
import { Loading, ProblemAlert } from '../../shared/states.tsx'
import { AnswerForm } from './answer-form.tsx'
import { answerWords } from './answer-words.ts'
import { NoticeText } from './notice-preview.tsx'
import classes from './notices.module.css'

/** The token is in the address behind the `#`: it is sent to nobody but the server that asks for the answer. */
export function AnswerPage({ token }: { token: string }) {
  const page = useQuery({
    queryKey: ['answer-page', token],
    queryFn: () => answerOf(api.POST('/v1/answer-page', { body: { token: token || '-' } })),
    retry: false,
    refetchInterval: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  useDocumentTitle(page.data ? `${page.data.brand} · ${page.data.number}` : 'Recall')
  useUnlisted()
  return (
    <main className={classes.answer} lang={page.data?.language ?? 'en'}>
      {page.data ? <Shown token={token} of={page.data} /> : null}
      {page.isPending ? <Loading rows={8} /> : null}
      {page.error ? (
        <ProblemAlert problem={asProblem(page.error)} onRetry={() => void page.refetch()} asking={page.isFetching} />
      ) : null}
    </main>
  )
}

function useUnlisted(): void {
  useEffect(() => {
    const meta = document.createElement('meta')
    meta.name = 'robots'
    meta.content = 'noindex, nofollow'
    document.head.append(meta)
    return () => meta.remove()
  }, [])
}

function Shown({ token, of }: Readonly<{ token: string; of: AnswerPageContent }>) {
  const words = answerWords[of.language]
  return (
    <Stack gap="md">
      <Text fw={680} fz="lg">
        {of.brand}
      </Text>
      <NoticeText subject={of.subject} passages={of.passages} level={1} />
      {of.isOver ? <Alert color="gray">{words.over}</Alert> : <AnswerForm token={token} of={of} words={words} />}
      {of.contact ? (
        <Text>
          <b>{words.contact}:</b> {of.contact}
        </Text>
      ) : null}
    </Stack>
  )
}
