/**
 * web/features/reports/use-search.ts — what is found while one types, which of it is marked, and what Enter means: a
 * scanner sends it right behind the last character, before anything can have been found.
 */
import { useDebouncedCallback } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { Found } from '../../api/types.ts'
import { inOrder } from './found-groups.ts'
import { targetOf } from './target-of.ts'

const restMs = 120

const useAnswer = (asked: string) =>
  useQuery({
    queryKey: ['search', asked],
    queryFn: () => answerOf(api.GET('/v1/search', { params: { query: { q: asked } } })),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    refetchInterval: false,
  })

/** `recent` is what is offered before anything is typed. */
export function useSearch(open: (found: Found) => void, recent: readonly Found[]) {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [moved, setMoved] = useState<number | null>(null)
  const [entered, setEntered] = useState(false)
  const askSoon = useDebouncedCallback(setAsked, restMs)
  const found = useAnswer(asked)
  const isEmpty = text.trim() === ''
  const items = isEmpty ? recent : inOrder(asked === '' ? [] : (found.data?.items ?? []))
  const answered = asked === text.trim() && asked !== '' && found.data !== undefined && !found.isPlaceholderData
  const remark = answered ? (found.data?.remark ?? null) : null
  const target = answered ? targetOf(items, remark) : null
  const marked = answered || isEmpty ? (moved ?? (target ? items.indexOf(target) : null)) : null

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when what was entered has its answer
  useEffect(() => {
    if (!entered || !answered) return
    setEntered(false)
    if (target) open(target)
    else setMoved(items.length > 0 ? 0 : null)
  }, [entered, answered])

  return {
    text,
    items,
    marked,
    remark,
    isEmpty,
    error: found.error,
    searching: !isEmpty && !answered && !found.error,
    write(next: string) {
      setText(next)
      setMoved(null)
      setEntered(false)
      askSoon(next.trim())
    },
    move(step: 1 | -1) {
      if (items.length > 0) setMoved(((marked ?? (step === 1 ? -1 : 0)) + step + items.length) % items.length)
    },
    enter() {
      const item = marked === null ? undefined : items[marked]
      if (item) return open(item)
      if (isEmpty) return
      setAsked(text.trim())
      setEntered(true)
    },
  }
}

export type Search = ReturnType<typeof useSearch>
