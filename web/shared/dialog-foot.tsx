/**
 * web/shared/dialog-foot.tsx — the foot of every form in a dialog: what was refused, and the two ways out.
 */
import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Problem } from '../api/problem.ts'
import { ProblemAlert } from './states.tsx'

type DialogFootProps = Readonly<{
  problem: Problem | null
  oneLine?: boolean // as of a problem
  onLeave: () => void
  sending: boolean
  disabled?: boolean
  danger?: boolean
  /** What sending the form does: "Save". */
  children: ReactNode
}>

export function DialogFoot({
  problem,
  oneLine = false,
  onLeave,
  sending,
  disabled = false,
  danger = false,
  children,
}: DialogFootProps) {
  return (
    <>
      <ProblemAlert problem={problem} oneLine={oneLine} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onLeave}>
          Leave it
        </Button>
        <Button type="submit" loading={sending} disabled={disabled} {...(danger ? { color: 'brick' } : {})}>
          {children}
        </Button>
      </Group>
    </>
  )
}
