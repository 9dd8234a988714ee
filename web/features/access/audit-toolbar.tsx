/**
 * web/features/access/audit-toolbar.tsx — which entries of the audit are shown.
 */
import { Group, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { DayInput } from '../../shared/day-input.tsx'
import { FilterPart } from '../../shared/filter-part.tsx'
import { type AuditFilter, readAuditFilter } from './audit-filter.ts'
import { kindWords } from './audit-kinds.ts'

type ToolbarProps = Readonly<{
  filter: AuditFilter
  /** What the one thing is called that a link has filtered by. */
  subject: string | null
  onFilter: (filter: AuditFilter) => void
}>

const small = { base: 'calc(50% - 5px)', xs: 160 }
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const kinds = Object.entries(kindWords).map(([value, words]) => ({ value, label: capital(words) }))

export function AuditToolbar({ filter, subject, onFilter }: ToolbarProps) {
  const change = (changed: Partial<Record<keyof AuditFilter, unknown>>) =>
    onFilter(readAuditFilter({ ...filter, ...changed }))
  return (
    <search aria-label="Filter the audit">
      <Group gap={10} mb="sm">
        <TypedFilter
          label="Number, name, reason or address"
          typed={filter.text}
          width={{ base: '100%', xs: 280 }}
          onChange={(text) => change({ text })}
        />
        <TypedFilter label="Person or key" typed={filter.who} width={small} onChange={(who) => change({ who })} />
        <Select
          aria-label="Kind of thing"
          placeholder="Anything"
          clearable
          clearButtonProps={{ 'aria-label': 'Anything' }}
          w={small}
          data={kinds}
          value={filter.kind ?? null}
          onChange={(kind) => change({ kind })}
        />
        <DayInput
          aria-label="From day"
          placeholder="From day"
          clearable
          w={small}
          value={filter.from ?? null}
          onChange={(from) => change({ from })}
        />
        <DayInput
          aria-label="Until day"
          placeholder="Until day"
          clearable
          w={small}
          value={filter.until ?? null}
          onChange={(until) => change({ until })}
        />
        {subject ? <FilterPart words={subject} onTakeAway={() => change({ subject: undefined })} /> : null}
      </Group>
    </search>
  )
}

type TypedFilterProps = Readonly<{
  label: string
  typed: string | undefined
  width: Readonly<Record<string, string | number>>
  onChange: (text: string) => void
}>

/** Typing is shown at once and asked for a moment later. */
function TypedFilter({ label, typed = '', width, onChange }: TypedFilterProps) {
  const [text, setText] = useState(typed)
  const ask = useDebouncedCallback(onChange, 250)
  useEffect(() => setText(typed), [typed])
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      maxLength={200}
      w={width}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value)
        ask(value.trim())
      }}
    />
  )
}
