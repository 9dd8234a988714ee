import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Hold } from '../../api/types.ts'
import { May } from '../../shared/may.tsx'
import { ReasonModal } from '../../shared/reason-modal.tsx'
import { useWrite } from '../../shared/use-write.ts'

export function LiftHold({ hold: { id, number, liftedAt } }: { hold: Hold }) {
  const [opened, { open, close }] = useDisclosure(false)
  const lift = useWrite(
    (reason: string, key) =>
      answerOf(
        api.POST('/v1/holds/{id}/lifting', { params: { path: { id } }, body: { reason }, headers: intent(key) }),
      ),
    close,
  )
  if (liftedAt) return null
  return (
    <>
      <May to="lift holds">
        <Button size="xs" variant="default" onClick={open}>
          Lift
        </Button>
      </May>
      <ReasonModal
        opened={opened}
        onClose={close}
        title={`Lift hold ${number}`}
        about="Other holds on the same stock stay. Orders that wait are served at once."
        confirm="Lift the hold"
        sending={lift.sending}
        problem={lift.problem}
        onConfirm={lift.send}
      />
    </>
  )
}
