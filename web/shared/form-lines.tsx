/**
 * web/shared/form-lines.tsx — the lines of a form that is being entered: one below the other, numbered where there are several, for refusals name
 * them by their number; with a way to one more.
 */
import { ActionIcon, Button, Stack } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './form-lines.module.css'
import { Section } from './page.tsx'

type FormLinesProps = Readonly<{
  title: string
  lines: readonly Readonly<{ key: string }>[]
  onAdd: () => void
  children: (index: number) => ReactNode
}>

export function FormLines({ title, lines, onAdd, children }: FormLinesProps) {
  return (
    <Section
      title={title}
      aside={
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={onAdd}>
          Add a line
        </Button>
      }
    >
      <Stack gap="sm">
        {lines.map(({ key }, index) => (
          <div key={key} className={classes.line}>
            {lines.length > 1 ? <span className={classes.number}>{index + 1}</span> : null}
            <div className={classes.fields}>{children(index)}</div>
          </div>
        ))}
      </Stack>
    </Section>
  )
}

/** Beside fields with a label above; the last line stays. */
export function RemoveLine({ isLast, onRemove }: Readonly<{ isLast: boolean; onRemove: () => void }>) {
  return (
    <ActionIcon size={36} mt={23} aria-label="Remove this line" disabled={isLast} onClick={onRemove}>
      <IconTrash size={16} />
    </ActionIcon>
  )
}
