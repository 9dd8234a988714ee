/**
 * web/shared/force-storage.tsx — what the rules of storage forbid is done all the same, by who may, with a reason.
 */
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Problem } from '../api/problem.ts'
import { useMay } from './may.tsx'
import { ReasonModal } from './reason-modal.tsx'

type ForceStorageProps = Readonly<{
  /** Of what was just tried. */
  problem: Problem | null
  sending: boolean
  onForce: (force: { reason: string }) => void
}>

/** Nothing but where that is what stands in the way. */
export function ForceStorage({ problem, sending, onForce }: ForceStorageProps) {
  const may = useMay('force storage')
  const [opened, dialog] = useDisclosure(false)
  if (!may || problem?.code !== 'storage_forbids') return null
  return (
    <div>
      <Button variant="default" color="brick" onClick={dialog.open}>
        Put it there all the same
      </Button>
      <ReasonModal
        opened={opened}
        onClose={dialog.close}
        title="Put it there although it must not lie there"
        about={problem.detail}
        confirm="Put it there"
        danger
        sending={sending}
        problem={null}
        onConfirm={(reason) => onForce({ reason })}
      />
    </div>
  )
}
