/**
 * web/features/reports/found-list.tsx — the things that were found, under what they are; the keys that go through them are those of the box above.
 */
import { Text, VisuallyHidden } from '@mantine/core'
import type { Found } from '../../api/types.ts'
import { daysInWords } from '../../shared/spoken.ts'
import { type FoundGroup, groupsOf, isOfKinds, openedLast } from './found-groups.ts'
import classes from './global-search.module.css'
import type { Search } from './use-search.ts'

export const listId = 'firstout-search-found'
export const optionId = (index: number) => `${listId}-${index}`

export function FoundList({ search, onOpen }: { search: Search; onOpen: (item: Found) => void }) {
  const { items, isEmpty } = search
  const groups = isEmpty && items.length > 0 ? [{ heading: openedLast, items }] : groupsOf(items)
  const starts = groups.map((_, at) => groups.slice(0, at).reduce((sum, group) => sum + group.items.length, 0))
  return (
    <div className={classes.list} role="listbox" id={listId} aria-label="Found">
      {groups.map((group, at) => (
        <Group key={group.heading} group={group} start={starts[at] ?? 0} marked={search.marked} onOpen={onOpen} />
      ))}
    </div>
  )
}

type GroupProps = Readonly<{
  group: FoundGroup
  start: number
  marked: number | null
  onOpen: (item: Found) => void
}>

function Group({ group: { heading, items }, start, marked, onOpen }: GroupProps) {
  const headingId = `${listId}-of-${start}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
    <div role="group" aria-labelledby={headingId}>
      <div className={classes.heading} id={headingId} role="presentation">
        {heading}
      </div>
      {items.map((item, at) => (
        <FoundRow
          key={`${item.kind} ${item.id} ${item.title}`}
          item={item}
          id={optionId(start + at)}
          kindShown={isOfKinds(heading)}
          marked={start + at === marked}
          onOpen={onOpen}
        />
      ))}
    </div>
  )
}

type FoundRowProps = Readonly<{
  item: Found
  id: string
  /** Its heading does not say what it is. */
  kindShown: boolean
  marked: boolean
  onOpen: (item: Found) => void
}>

function FoundRow({ item, id, kindShown, marked, onOpen }: FoundRowProps) {
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
      {kindShown ? <span className={classes.kind}>{item.kind}</span> : <VisuallyHidden>{item.kind} </VisuallyHidden>}
      <Text span fw={600} className={classes.title}>
        {item.title}
      </Text>
      <Text span className={classes.detail}>
        {daysInWords(item.detail)}
      </Text>
    </div>
  )
}
