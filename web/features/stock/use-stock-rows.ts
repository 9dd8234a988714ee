/**
 * web/features/stock/use-stock-rows.ts — stock read page by page while one scrolls, and only what is in view read again
 * when something changes: a hundred thousand rows cost no more than a screenful.
 */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { StockPage, StockRow } from '../../api/types.ts'
import { onChange } from '../../shared/change-signal.ts'
import { type StockFilter, stockQuery } from './stock-filter.ts'
import { pagesOf, replacePages, type StockPages } from './stock-pages.ts'

const firstPageRows = 200
const pageRows = 2000
const pollMs = 15_000

export type StockRows = Readonly<{
  rows: readonly StockRow[] | null
  /** Rows in all, read or not. */
  total: number
  /** Units in all rows, read or not. */
  onHand: number
  available: number
  error: Error | null
  again(): void
  /** Tells which rows are on the screen: what is missing is read, what is old is read again. */
  show(first: number, last: number): void
}>

function readPage(filter: StockFilter, cursor: string | undefined): Promise<StockPage> {
  const query = { ...stockQuery(filter), ...(cursor ? { cursor } : {}), limit: cursor ? pageRows : firstPageRows }
  return answerOf(api.GET('/v1/stock', { params: { query } }))
}

export function useStockRows(filter: StockFilter): StockRows {
  const queryKey = useMemo(() => ['stock-rows', filter], [filter])
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => readPage(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    refetchInterval: false,
    refetchOnWindowFocus: false,
    placeholderData: (before) => before,
    meta: { ownPages: true },
  })
  const { data: held, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const rows = useMemo(() => held?.pages.flatMap(({ items }) => items) ?? null, [held])
  const refresh = useFreshness(queryKey, filter)
  const show = useCallback(
    (first: number, last: number) => {
      refresh(first, last)
      const wanted = last + firstPageRows
      if (rows && wanted >= rows.length && hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
    [refresh, rows, hasNextPage, isFetchingNextPage, fetchNextPage],
  )
  return {
    rows,
    total: held?.pages[0]?.total ?? rows?.length ?? 0,
    onHand: held?.pages[0]?.onHand ?? 0,
    available: held?.pages[0]?.available ?? 0,
    error: query.error,
    again: () => void query.refetch(),
    show,
  }
}

/** Reads again the pages in view that are older than the last change; the first one too, for it tells the total. */
function useFreshness(queryKey: readonly unknown[], filter: StockFilter): (first: number, last: number) => void {
  const client = useQueryClient()
  const view = useRef({ first: 0, last: 0 })
  const old = useRef(new Set<number>())
  const refresh = useCallback(async () => {
    const held = client.getQueryData<StockPages>(queryKey)
    if (!held) return
    const inView = new Set([0, ...pagesOf(held, view.current.first, view.current.last)])
    const wanted = [...inView].filter((page) => old.current.has(page))
    if (wanted.length === 0) return
    for (const page of wanted) old.current.delete(page)
    const read = wanted.map(async (page) => [page, await readPage(filter, held.pageParams[page])] as const)
    const fresh = new Map(await Promise.all(read))
    client.setQueryData<StockPages>(queryKey, (now) => (now ? replacePages(now, fresh) : now))
  }, [client, queryKey, filter])
  useEffect(() => {
    const age = () => {
      const pages = client.getQueryData<StockPages>(queryKey)?.pages.length ?? 0
      old.current = new Set(Array.from({ length: pages }, (_, page) => page))
      refresh().catch(() => undefined)
    }
    const stop = onChange(age)
    const poll = setInterval(age, pollMs)
    return () => {
      stop()
      clearInterval(poll)
    }
  }, [client, queryKey, refresh])
  return useCallback(
    (first, last) => {
      view.current = { first, last }
      refresh().catch(() => undefined)
    },
    [refresh],
  )
}
