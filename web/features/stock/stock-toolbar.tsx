/**
 * web/features/stock/stock-toolbar.tsx — what of the stock is shown, and how.
 */
import { ActionIcon, Button, Checkbox, CloseButton, Popover, Select, Stack, TextInput } from '@mantine/core'
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks'
import { IconColumns3, IconFilter, IconSearch, IconStack2 } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { StockStatus } from '../../api/types.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { FilterParts } from './filter-parts.tsx'
import { choosable } from './stock-columns.tsx'
import { type StockFilter, statusWords } from './stock-filter.ts'
import classes from './stock-window.module.css'

export type ToolbarProps = Readonly<{
  filter: StockFilter
  onChange: (change: Partial<Record<keyof StockFilter, unknown>>) => void
}>

export function StockToolbar({ filter, onChange, columns }: ToolbarProps & { columns: ReactNode }) {
  const phone = useMediaQuery('(max-width: 48em)')
  const choices = <Choices filter={filter} onChange={onChange} />
  return (
    <search className={classes.toolbar} aria-label="Filter stock">
      <TextFilter text={filter.text} onChange={(text) => onChange({ text })} />
      {phone ? (
        <Popover position="bottom-end" width={260} shadow="md" trapFocus>
          <Popover.Target>
            <ActionIcon size={36} variant="default" aria-label="More filters">
              <IconFilter size={17} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack gap="xs">{choices}</Stack>
          </Popover.Dropdown>
        </Popover>
      ) : (
        choices
      )}
      {phone ? null : columns}
      <FilterParts filter={filter} onChange={onChange} />
    </search>
  )
}

/** Typing is shown at once and asked for a moment later. */
function TextFilter({ text = '', onChange }: { text: string | undefined; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(text)
  const ask = useDebouncedCallback(onChange, 180)
  useEffect(() => setTyped(text), [text])
  const write = (next: string) => {
    setTyped(next)
    ask(next.trim())
  }
  return (
    <TextInput
      aria-label="Filter by batch, product or place"
      placeholder="Filter by batch, product or place"
      flex="1 1 200px"
      maw={360}
      leftSection={<IconSearch size={15} />}
      rightSection={typed ? <CloseButton size="sm" aria-label="Clear" onClick={() => write('')} /> : null}
      value={typed}
      onChange={(event) => write(event.currentTarget.value)}
    />
  )
}

function Choices({ filter, onChange }: ToolbarProps) {
  const warehouses = useWarehouses().data ?? []
  return (
    <>
      <Select
        aria-label="Status"
        placeholder="Any status"
        w={{ base: '100%', sm: 160 }}
        clearable
        clearButtonProps={{ 'aria-label': 'Any status' }}
        data={Object.entries(statusWords).map(([value, label]) => ({ value, label }))}
        value={filter.status ?? null}
        onChange={(status) => onChange({ status: status as StockStatus | null })}
        comboboxProps={{ withinPortal: false }}
      />
      <Select
        aria-label="Warehouse"
        placeholder="All warehouses"
        w={{ base: '100%', sm: 160 }}
        clearable
        clearButtonProps={{ 'aria-label': 'All warehouses' }}
        data={warehouses.map(({ code, name }) => ({ value: code, label: name }))}
        value={filter.warehouse ?? null}
        onChange={(warehouse) => onChange({ warehouse })}
        comboboxProps={{ withinPortal: false }}
      />
      <DayInput
        aria-label="Expires before"
        placeholder="Expires before"
        w={{ base: '100%', sm: 160 }}
        clearable
        value={filter.expiresBefore ?? null}
        onChange={(expiresBefore) => onChange({ expiresBefore })}
      />
      <Button
        variant={filter.grouped ? 'light' : 'default'}
        leftSection={<IconStack2 size={15} />}
        aria-pressed={filter.grouped ?? false}
        onClick={() => onChange({ grouped: filter.grouped ? undefined : true })}
      >
        Group by product
      </Button>
    </>
  )
}

type ColumnChoiceProps = Readonly<{
  shown: Record<string, boolean>
  onChange: (shown: Record<string, boolean>) => void
}>

export function ColumnChoice({ shown, onChange }: ColumnChoiceProps) {
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={15} />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {choosable.map(({ id, title }) => (
            <Checkbox
              key={id}
              label={title}
              checked={shown[id] !== false}
              onChange={(event) => onChange({ ...shown, [id]: event.currentTarget.checked })}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
