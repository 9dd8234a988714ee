/**
 * web/features/returns/all-the-same.tsx — what stands in the way of goods that are here is overcome with a reason: rules of storage, and what their customer reports.
 */
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { ForceStorage } from '../../shared/force-storage.tsx'
import { ReasonModal } from '../../shared/reason-modal.tsx'
import type { Write } from '../../shared/use-write.ts'

type AllTheSameProps = Readonly<{
  of: Pick<Write<never, unknown>, 'problem' | 'sending'>
  onSend: (why: Readonly<{ force: { reason: string } } | { despiteReports: string }>) => void
}>

export function AllTheSame({ of: { problem, sending }, onSend }: AllTheSameProps) {
  const [opened, dialog] = useDisclosure(false)
  return (
    <>
      <ForceStorage problem={problem} sending={sending} onForce={(force) => onSend({ force })} />
      {problem?.code === 'return_of_sold_on' ? (
        <div>
          <Button variant="default" color="brick" onClick={dialog.open}>
            They are here all the same
          </Button>
          <ReasonModal
            opened={opened}
            onClose={dialog.close}
            title="Take them in although the reports say otherwise"
            about="They were counted again and are here. What the customer reports then waits to be settled."
            confirm="Take in"
            danger
            sending={sending}
            problem={null}
            onConfirm={(despiteReports) => onSend({ despiteReports })}
          />
        </div>
      ) : null}
    </>
  )
}
