/**
 * web/features/reports/global-search.tsx — one box that takes any identifier, typed or scanned: Ctrl/⌘-K or "/".
 */
import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { Found } from '../../api/types.ts'
import { pathOf } from '../../shared/paths.ts'
import classes from './global-search.module.css'

const [searchStore, search] = createSpotlight()
export const openSearch = search.open

export function GlobalSearch() {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 120)
  const navigate = useNavigate()
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: () => answerOf(api.GET('/v1/search', { params: { query: { q: asked } } })),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    refetchInterval: false,
  })
  const items = asked === '' ? [] : (found.data?.items ?? [])
  return (
    <Spotlight.Root
      store={searchStore}
      query={text}
      onQueryChange={setText}
      shortcut={['mod + K', '/']}
      maxHeight={420}
      centered={false}
      yOffset="12vh"
      scrollable
    >
      <Spotlight.Search
        placeholder="Batch, order, product, GTIN, serial, tracking number…"
        aria-label="Search"
        leftSection={<IconSearch size={18} stroke={1.6} />}
      />
      <Spotlight.ActionsList>
        {items.map((item) => (
          <Spotlight.Action
            key={`${item.kind} ${item.id} ${item.title}`}
            onClick={() => void navigate({ to: pathOf(item.kind, item.id) })}
          >
            <FoundRow {...item} />
          </Spotlight.Action>
        ))}
        {items.length === 0 ? <Spotlight.Empty>{emptyWords(asked, found.isFetching)}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function emptyWords(asked: string, searching: boolean): string {
  if (asked === '') return 'Type or scan any number that is on the goods or the papers.'
  return searching ? 'Searching…' : `Nothing here is called "${asked}".`
}

function FoundRow({ kind, title, detail }: Found) {
  return (
    <span className={classes.row}>
      <span className={classes.kind}>{kind}</span>
      <Text span fw={600} className={classes.title}>
        {title}
      </Text>
      <Text span c="dimmed" className={classes.detail}>
        {detail}
      </Text>
    </span>
  )
}
