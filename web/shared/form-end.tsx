import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'

type FormEndProps = Readonly<{ onLeave: () => void; sending: boolean; disabled?: boolean; children: ReactNode }>

/** The last row of a form in a dialog: leave it, or send it. */
export function FormEnd({ onLeave, sending, disabled = false, children }: FormEndProps) {
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onLeave}>
        Leave it
      </Button>
      <Button type="submit" loading={sending} disabled={disabled}>
        {children}
      </Button>
    </Group>
  )
}
