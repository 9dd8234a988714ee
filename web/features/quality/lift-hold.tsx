import { answerOf, api, intent } from '../../api/client.ts'
import type { Hold } from '../../api/types.ts'
import { May } from '../../shared/may.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { KeptBy } from './kept-by.tsx'

export function LiftHold({ hold: { id, number, liftedAt, keeperNumber } }: { hold: Hold }) {
  if (liftedAt) return null
  if (keeperNumber) return <KeptBy number={keeperNumber} />
  return (
    <May to="lift holds">
      <ReasonButton
        send={(reason, key) =>
          answerOf(
            api.POST('/v1/holds/{id}/lifting', { params: { path: { id } }, body: { reason }, headers: intent(key) }),
          )
        }
        title={`Lift hold ${number}`}
        about="Other holds on the same stock stay. Orders that wait are served at once."
        confirm="Lift the hold"
        look={{ size: 'xs' }}
      >
        Lift
      </ReasonButton>
    </May>
  )
}
