/**
 * web/features/reports/global-search.tsx — one box that takes any identifier, typed or scanned: Ctrl/⌘-K or "/".
 */

import { Modal, Text, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { asProblem } from '../../api/problem.ts'
import type { Found } from '../../api/types.ts'
import { pathOf } from '../../shared/paths.ts'
import { daysInWords } from '../../shared/spoken.ts'
import { ProblemAlert } from '../../shared/states.tsx'
import classes from './global-search.module.css'
import { useSearch } from './use-search.ts'

type GlobalSearchProps = Readonly<{ opened: boolean; onOpen: () => void; onClose: () => void }>

export function GlobalSearch({ opened, onOpen, onClose }: GlobalSearchProps) {
  useHotkeys([
    ['mod + K', onOpen],
    ['/', onOpen],
  ])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={600}
      centered={false}
      yOffset="12vh"
      attributes={{ content: { 'aria-label': 'Search' } }}
    >
      <SearchBox onClose={onClose} />
    </Modal>
  )
}

const listId = 'firstout-search-found'
const optionId = (index: number) => `${listId}-${index}`

/** The only thing in its dialog, which forgets it when it closes. */
function SearchBox({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const open = ({ kind, id, title }: Found) => {
    onClose()
    void navigate({ to: pathOf(kind, id, title) })
  }
  const search = useSearch(open)
  const { items, marked } = search
  return (
    <>
      <TextInput
        data-autofocus
        variant="unstyled"
        size="lg"
        px="md"
        py={4}
        placeholder="Batch, order, product, GTIN, serial, tracking number…"
        aria-label="Search"
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-activedescendant={marked === null ? undefined : optionId(marked)}
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconSearch size={18} stroke={1.6} />}
        value={search.text}
        onChange={(event) => search.write(event.currentTarget.value)}
        onKeyDown={(event) => obey(event, search)}
      />
      <div className={classes.list} role="listbox" id={listId} aria-label="Found">
        {items.map((item, index) => (
          <FoundRow
            key={`${item.kind} ${item.id} ${item.title}`}
            item={item}
            id={optionId(index)}
            marked={index === marked}
            onOpen={open}
          />
        ))}
      </div>
      <SearchState search={search} />
    </>
  )
}

function obey(event: KeyboardEvent, search: ReturnType<typeof useSearch>): void {
  const acts = { ArrowDown: () => search.move(1), ArrowUp: () => search.move(-1), Enter: () => search.enter() }
  const act = new Map(Object.entries(acts)).get(event.key)
  if (!act || event.nativeEvent.isComposing) return
  event.preventDefault()
  act()
}

type FoundRowProps = Readonly<{ item: Found; id: string; marked: boolean; onOpen: (item: Found) => void }>

function FoundRow({ item, id, marked, onOpen }: FoundRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox is marked, not focused
    <div
      id={id}
      role="option"
      aria-selected={marked}
      className={classes.row}
      ref={marked ? (row) => row?.scrollIntoView({ block: 'nearest' }) : null}
      onClick={() => onOpen(item)}
    >
      <span className={classes.kind}>{item.kind}</span>
      <Text span fw={600} className={classes.title}>
        {item.title}
      </Text>
      <Text span className={classes.detail}>
        {daysInWords(item.detail)}
      </Text>
    </div>
  )
}

function SearchState({ search: { text, items, searching, error } }: { search: ReturnType<typeof useSearch> }) {
  if (error) return <ProblemAlert problem={asProblem(error)} />
  if (items.length > 0) return null
  const asked = text.trim()
  const words = searching ? 'Searching…' : `Nothing here is called "${asked}".`
  return (
    <Text c="dimmed" px="md" py="lg" ta="center" role="status">
      {asked === '' ? 'Type or scan any number that is on the goods or the papers.' : words}
    </Text>
  )
}
