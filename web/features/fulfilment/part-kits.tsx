import { Button } from '@mantine/core'
import type { Problem } from '../../api/problem.ts'

type PartKitsProps = Readonly<{ problem: Problem | null; sending: boolean; onSend: () => void }>

/** Where whole kits were asked for and a part of one is missing: it may go alone if a person says so, and that is kept. */
export function PartKits({ problem, sending, onSend }: PartKitsProps) {
  if (problem?.code !== 'kit_incomplete') return null
  return (
    <Button variant="default" loading={sending} onClick={onSend}>
      Let the part of the kit go alone
    </Button>
  )
}
