/**
 * web/features/access/audit-difference.tsx — what an entry of the audit changed, as field: old → new, in words and names.
 */
import { Anchor, Text } from '@mantine/core'
import { Fragment, type ReactNode, useState } from 'react'
import { isCalendarDate } from '#domain/calendar-date.ts'
import type { AuditEntry, Name } from '../../api/types.ts'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { NamedLink } from '../../shared/named-link.tsx'
import { type Change, changesOf, isIdText } from './audit-changes.ts'
import { labelOf } from './audit-words.ts'

type Names = ReadonlyMap<string, Name>
const shownMax = 6
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

export function Difference({ entry, title, names }: Readonly<{ entry: AuditEntry; title: string; names: Names }>) {
  const [all, setAll] = useState(false)
  const changes = changesOf(entry, title, (id) => names.has(id))
  if (changes.length === 0) return '–'
  const shown = all ? changes : changes.slice(0, shownMax)
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      {shown.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry never changes, and labels may be the same
        <ChangeLine key={index} change={change} names={names} />
      ))}
      {changes.length > shown.length ? (
        <Anchor component="button" type="button" fz="sm" onClick={() => setAll(true)}>
          Show {changes.length - shown.length} more
        </Anchor>
      ) : null}
    </div>
  )
}

function ChangeLine({ change: { label, was, is }, names }: Readonly<{ change: Change; names: Names }>) {
  return (
    <div>
      {label ? (
        <Text span c="dimmed">
          {label}:{' '}
        </Text>
      ) : null}
      {was === undefined ? null : (
        <>
          <Value of={was} names={names} /> →{' '}
        </>
      )}
      <Value of={is} names={names} />
    </div>
  )
}

function Value({ of: value, names }: Readonly<{ of: unknown; names: Names }>): ReactNode {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return <TextValue of={value} names={names} />
  if (typeof value !== 'object') return JSON.stringify(value)
  const told = partsOf(value).filter(([, inner]) => inner !== null && (!isIdText(inner) || names.has(inner)))
  if (told.length === 0) return 'nothing'
  return told.map(([name, inner], index) => (
    <Fragment key={name}>
      {index > 0 ? ', ' : ''}
      {Array.isArray(value) ? '' : `${labelOf(name).toLowerCase()} `}
      <Value of={inner} names={names} />
    </Fragment>
  ))
}

const partsOf = (value: object) => Object.entries(value).filter(([name]) => name !== 'id' && name !== 'accountId')

function TextValue({ of: text, names }: Readonly<{ of: string; names: Names }>): ReactNode {
  const name = names.get(text)
  if (name) return <NamedLink name={name} />
  if (isIdText(text)) return 'something without a name'
  if (instant.test(text)) return <InstantText at={text} />
  return isCalendarDate(text) ? <DateText day={text} /> : text
}
