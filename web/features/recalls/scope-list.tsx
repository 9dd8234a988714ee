/**
 * web/features/recalls/scope-list.tsx — what is meant, sentence by sentence; where it can be changed, each can be taken out.
 */
import { ActionIcon, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { RecallScope } from '../../api/types.ts'
import classes from './recalls.module.css'
import { PartWords, useScopeNames } from './scope-words.tsx'

type ScopeListProps = Readonly<{
  scope: RecallScope
  onChange?: (scope: RecallScope) => void
  /** Asked about once, and not looked out for. */
  ofTrace?: boolean
}>

export function ScopeList({ scope, onChange, ofTrace = false }: ScopeListProps) {
  const nameOf = useScopeNames(scope)
  const { parts, except = [] } = scope
  if (parts.length === 0) return <Text c="dimmed">Nothing yet. Add what is meant below.</Text>
  return (
    <ul className={classes.parts} aria-label="What is meant">
      {parts.map((part, at) => (
        <Sentence
          key={JSON.stringify(part)}
          {...(onChange ? { onTakeOut: () => onChange({ ...scope, parts: parts.toSpliced(at, 1) }) } : {})}
        >
          <PartWords part={part} nameOf={nameOf} ofTrace={ofTrace} />
        </Sentence>
      ))}
      {except.map((batch) => (
        <Sentence
          key={batch}
          {...(onChange
            ? { onTakeOut: () => onChange({ ...scope, except: except.filter((id) => id !== batch) }) }
            : {})}
        >
          <b>Not</b> {`batch ${nameOf(batch)}`}
        </Sentence>
      ))}
    </ul>
  )
}

function Sentence({ onTakeOut, children }: Readonly<{ onTakeOut?: () => void; children: ReactNode }>) {
  return (
    <li>
      <span>{children}</span>
      {onTakeOut ? (
        <ActionIcon size={36} aria-label="Take this out" onClick={onTakeOut}>
          <IconTrash size={16} />
        </ActionIcon>
      ) : null}
    </li>
  )
}
