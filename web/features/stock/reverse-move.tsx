import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Move } from '../../api/types.ts'
import { May } from '../../shared/may.tsx'
import { ReasonModal } from '../../shared/reason-modal.tsx'
import { Sign } from '../../shared/sign.tsx'
import { useWrite } from '../../shared/use-write.ts'

/** What was shipped comes back by a return, and what undoes another is not undone itself. */
export function ReverseMove({ move: { id, reason, reversedById, reversesId } }: { move: Move }) {
  const [opened, { open, close }] = useDisclosure(false)
  const reverse = useWrite(
    (why: string, key) =>
      answerOf(
        api.POST('/v1/moves/{id}/reversal', { params: { path: { id } }, body: { reason: why }, headers: intent(key) }),
      ),
    close,
  )
  if (reversesId) return <Sign tone="quiet">undoes another</Sign>
  if (reversedById) return <Sign tone="quiet">undone</Sign>
  if (reason === 'shipment') return null
  return (
    <>
      <May to="reverse moves">
        <Button size="compact-xs" variant="subtle" color="gray" onClick={open}>
          Undo
        </Button>
      </May>
      <ReasonModal
        opened={opened}
        onClose={close}
        title="Undo this move"
        about="Its opposite is written; both stay in the ledger."
        confirm="Undo"
        sending={reverse.sending}
        problem={reverse.problem}
        onConfirm={reverse.send}
      />
    </>
  )
}
