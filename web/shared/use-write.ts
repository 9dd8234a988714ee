/**
 * web/shared/use-write.ts — one thing a person means to do: sent with one key however often it is tried, its refusal
 * kept to be shown, and everything on the screen read again once it is done.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { asProblem, type Problem } from '../api/problem.ts'
import { readAgain } from './change-signal.ts'
import { newKey } from './new-key.ts'

type Send<Asked, Answer> = (asked: Asked, key: string) => Promise<Answer>

export type Write<Asked, Answer> = Readonly<{
  send(asked: Asked): void
  /** Throws the `Problem`. */
  sendAndWait(asked: Asked): Promise<Answer>
  sending: boolean
  problem: Problem | null
  /** Of the last one that was done. */
  answer: Answer | null
  forget(): void
}>

export function useWrite<Asked, Answer>(
  send: Send<Asked, Answer>,
  onDone?: (answer: Answer, asked: Asked) => void,
): Write<Asked, Answer> {
  const client = useQueryClient()
  const keyOf = useIntentKey()
  const mutation = useMutation<Answer, Error, Asked>({
    mutationFn: (asked) => send(asked, keyOf.take(asked)),
    onSuccess: (answer, asked) => {
      keyOf.spend()
      readAgain(client)
      onDone?.(answer, asked)
    },
  })
  return {
    send: (asked) => mutation.mutate(asked),
    sendAndWait: (asked) => mutation.mutateAsync(asked),
    sending: mutation.isPending,
    problem: mutation.error ? asProblem(mutation.error) : null,
    answer: mutation.data ?? null,
    forget: () => mutation.reset(),
  }
}

/** The same key while the same thing is asked again; another one as soon as it is done or another thing is asked. */
function useIntentKey() {
  const kept = useRef<{ key: string; asked: string } | null>(null)
  return {
    take(asked: unknown): string {
      const text = JSON.stringify(asked) ?? ''
      if (kept.current?.asked !== text) kept.current = { key: newKey(), asked: text }
      return kept.current.key
    },
    spend() {
      kept.current = null
    },
  }
}
