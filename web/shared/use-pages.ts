/**
 * web/shared/use-pages.ts — a list read page by page through its cursor.
 */
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Asked } from './states.tsx'

export type Pages<Row> = Readonly<{
  /** Null before the first answer. */
  rows: readonly Row[] | null
  query: Asked
  reading: boolean
  /** Reads the next page; absent at the end. */
  more?: () => void
}>

type Answer<Row> = { items: Row[]; next: string | null }

/** `first` has what the first page tells beside its rows. */
export function usePages<Row, More = unknown>(
  queryKey: QueryKey,
  read: (cursor: string | undefined) => Promise<Answer<Row> & More>,
): Pages<Row> & Readonly<{ first: More | null }> {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? null, [query.data])
  return {
    rows,
    first: query.data?.pages[0] ?? null,
    query,
    reading: query.isFetchingNextPage,
    ...(query.hasNextPage ? { more: () => void query.fetchNextPage() } : {}),
  }
}
