import { answerOf, api, intent } from '../../api/client.ts'
import type { Move } from '../../api/types.ts'
import { May } from '../../shared/may.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { Sign } from '../../shared/sign.tsx'
import { isUndoneElsewhere } from './undone-elsewhere.ts'

/** What is undone as a whole, where it was done, has no undo of its own; and what undoes another is not undone itself. */
export function ReverseMove({ move }: { move: Move }) {
  const { id, reversedById, reversesId, undone, quantity } = move
  if (reversesId) return <Sign tone="quiet">undoes another</Sign>
  if (reversedById) return <Sign tone="quiet">{undone < quantity ? `${quantityText(undone)} undone` : 'undone'}</Sign>
  if (isUndoneElsewhere(move)) return null
  return (
    <May to="reverse moves">
      <ReasonButton
        send={(why, key) =>
          answerOf(
            api.POST('/v1/moves/{id}/reversal', {
              params: { path: { id } },
              body: { reason: why },
              headers: intent(key),
            }),
          )
        }
        title="Undo this move"
        about="Its opposite is written; both stay in the ledger."
        confirm="Undo"
        look={{ size: 'compact-xs', variant: 'subtle', color: 'gray' }}
      >
        Undo
      </ReasonButton>
    </May>
  )
}
