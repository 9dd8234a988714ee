/**
 * web/features/stock/use-stock.ts — stock read page by page, only where one looks: a hundred thousand rows cost no
 * more than a screenful, wherever in them one jumps to, and only what is in view is read again when something changes.
 */
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { StockPage, StockRow } from '../../api/types.ts'
import { type StockFilter, stockQuery } from './stock-filter.ts'
import { groupedLines, pageRows, pagesOf, plainLines, type StockLines } from './stock-pages.ts'

/** What is passed while the scrollbar is dragged is not read; where it comes to rest is. */
const restMs = 80
const keptMs = 60_000
const firstView = { first: 0, last: 40 }

export type StockShown = Readonly<{
  lines: StockLines
  /** In all rows, read or not. */
  total: number
  onHand: number
  available: number
  /** Names the filter that these lines are of. */
  of: string
}>
export type Stock = Readonly<{
  /** Null before the first answer; of the filter before, while a new one is read. */
  shown: StockShown | null
  reading: boolean
  error: Error | null
  again(): void
  /** Tells which rows are on the screen. */
  show(first: number, last: number): void
}>

export function useStock(filter: StockFilter): Stock {
  const of = JSON.stringify(stockQuery(filter))
  const [view, show] = useView(of)
  const pages = usePagesInView(filter, of, view)
  const products = useQuery({
    queryKey: ['stock', 'products', of],
    queryFn: () => answerOf(api.GET('/v1/stock/products', { params: { query: stockQuery(filter) } })),
    enabled: filter.grouped === true,
    gcTime: keptMs,
  })
  const groups = filter.grouped ? (products.data?.items ?? null) : undefined
  const { newest, rowAt } = pages
  const now = useMemo(() => {
    if (!newest || groups === null) return null
    const { total, onHand, available } = newest
    const lines = groups ? groupedLines(groups, rowAt) : plainLines(total ?? 0, rowAt)
    return { lines, total: total ?? 0, onHand: onHand ?? 0, available: available ?? 0, of }
  }, [newest, groups, rowAt, of])
  const before = useRef<StockShown | null>(null)
  useEffect(() => {
    if (now) before.current = now
  }, [now])
  return {
    shown: now ?? before.current,
    reading: now === null,
    error: pages.error ?? products.error,
    again: () => {
      pages.again()
      void products.refetch()
    },
    show,
  }
}

/** The rows in view, once they have come to rest; another filter begins at the top. */
function useView(of: string) {
  const [view, setView] = useState({ of, ...firstView })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const show = useCallback(
    (first: number, last: number) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setView({ of, first, last }), restMs)
    },
    [of],
  )
  useEffect(() => () => clearTimeout(timer.current), [])
  return [view.of === of ? view : firstView, show] as const
}

function usePagesInView(filter: StockFilter, of: string, view: { first: number; last: number }) {
  const client = useQueryClient()
  const total = client.getQueryData<StockPage>(pageKey(of, 0))?.total ?? Number.POSITIVE_INFINITY
  const wanted = pagesOf(view.first, view.last, total)
  const read = useQueries({
    queries: wanted.map((page) => ({
      queryKey: pageKey(of, page),
      queryFn: ({ signal }: { signal: AbortSignal }) => readPage(filter, page, signal),
      gcTime: keptMs,
    })),
  })
  const newest = read.reduce<StockPage | undefined>(
    (found, { data, dataUpdatedAt }) => (data && dataUpdatedAt >= newestAt(read) ? data : found),
    undefined,
  )
  const stamp = read.map(({ dataUpdatedAt }) => dataUpdatedAt).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another function as soon as a page has come or changed
  const rowAt = useCallback(
    (row: number): StockRow | undefined =>
      client.getQueryData<StockPage>(pageKey(of, Math.floor(row / pageRows)))?.items[row % pageRows],
    [client, of, stamp],
  )
  return {
    newest,
    rowAt,
    error: read.find(({ error }) => error)?.error ?? null,
    again: () => void Promise.all(read.map(({ refetch }) => refetch())),
  }
}

const newestAt = (read: readonly { dataUpdatedAt: number }[]) =>
  Math.max(...read.map(({ dataUpdatedAt }) => dataUpdatedAt))

const pageKey = (of: string, page: number) => ['stock', 'page', of, page]

function readPage(filter: StockFilter, page: number, signal: AbortSignal): Promise<StockPage> {
  const query = { ...stockQuery(filter), offset: page * pageRows, limit: pageRows }
  return answerOf(api.GET('/v1/stock', { params: { query }, signal }))
}
