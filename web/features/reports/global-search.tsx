/**
 * web/features/reports/global-search.tsx — one box that takes any identifier, typed or scanned: Ctrl/⌘-K or "/".
 */

import { Alert, CloseButton, Modal, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { useHotkeys, useMediaQuery } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { asProblem } from '../../api/problem.ts'
import type { Found } from '../../api/types.ts'
import { pathOfFound } from '../../shared/paths.ts'
import { countOf } from '../../shared/quantity.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { FoundList, listId, optionId } from './found-list.tsx'
import classes from './global-search.module.css'
import { useRecentFound } from './recent-found.ts'
import { type Search, useSearch } from './use-search.ts'

type GlobalSearchProps = Readonly<{ opened: boolean; onOpen: () => void; onClose: () => void }>

export function GlobalSearch({ opened, onOpen, onClose }: GlobalSearchProps) {
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  useHotkeys([['/', onOpen]])
  // From within a field too.
  useHotkeys([['mod + K', onOpen]], [])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={600}
      centered={false}
      yOffset="12vh"
      fullScreen={phone === true}
      attributes={{ content: { 'aria-label': 'Search' } }}
    >
      <SearchBox onClose={onClose} />
    </Modal>
  )
}

/** The only thing in its dialog, which forgets it when it closes. */
function SearchBox({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const { recent, remember } = useRecentFound()
  const open = (found: Found) => {
    remember(found)
    onClose()
    void navigate({ to: pathOfFound(found) })
  }
  const search = useSearch(open, recent)
  return (
    <div className={classes.box}>
      <TextInput
        data-autofocus
        variant="unstyled"
        size="lg"
        px="md"
        py={4}
        placeholder="Batch, order, product, GTIN, serial, tracking number…"
        aria-label="Search"
        role="combobox"
        aria-expanded={search.items.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={search.marked === null ? undefined : optionId(search.marked)}
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconSearch size={18} stroke={1.6} />}
        rightSection={<CloseButton aria-label="Close the search" hiddenFrom="sm" onClick={onClose} />}
        value={search.text}
        onChange={(event) => search.write(event.currentTarget.value)}
        onKeyDown={(event) => obey(event, search)}
      />
      <Remark search={search} />
      <FoundList search={search} onOpen={open} />
      <SearchState search={search} />
    </div>
  )
}

function obey(event: KeyboardEvent, search: Search): void {
  const acts = { ArrowDown: () => search.move(1), ArrowUp: () => search.move(-1), Enter: () => search.enter() }
  const act = new Map(Object.entries(acts)).get(event.key)
  if (!act || event.nativeEvent.isComposing) return
  event.preventDefault()
  act()
}

/** What is wrong with a scan. */
function Remark({ search: { remark } }: { search: Search }) {
  return remark === null ? null : (
    <Alert color="yellow" variant="light" mx="md" mb="sm" role="alert">
      {remark}
    </Alert>
  )
}

function SearchState({ search: { text, items, isEmpty, searching, remark, error } }: { search: Search }) {
  if (error) return <ProblemAlert problem={asProblem(error)} />
  const hint = 'Type or scan any number that is on the goods or the papers.'
  const words = isEmpty ? hint : searching ? 'Searching…' : `Nothing here is called "${text.trim()}".`
  const isSeen = items.length === 0 && remark === null
  const count = isEmpty ? `${countOf(items.length, 'thing')} opened last` : `${items.length} found`
  return (
    <div role="status">
      {isSeen ? (
        <Text c="dimmed" px="md" py="lg" ta="center">
          {words}
        </Text>
      ) : (
        <VisuallyHidden>{searching ? 'Searching…' : count}</VisuallyHidden>
      )}
    </div>
  )
}
