/**
 * web/features/corrective/action-list.tsx — what is put right, by whom and until when; each is given to somebody else or said to be done where it stands.
 */
import { Group } from '@mantine/core'
import { answerOf, api, intent } from '../../api/client.ts'
import type { CorrectiveAction } from '../../api/types.ts'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { dayHere } from '../../shared/day-here.ts'
import { type Column, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { Sign } from '../../shared/sign.tsx'
import { ChangeAction } from './action-form.tsx'

export const actionColumns: readonly Column<CorrectiveAction>[] = [
  { title: 'What', cell: ({ says }) => says },
  { title: 'Owner', cell: ({ owner }) => owner },
  { title: 'Due', cell: ({ dueOn }) => <DateText day={dueOn} /> },
  { title: 'State', cell: (action) => <State action={action} /> },
]

function State({ action }: { action: CorrectiveAction }) {
  const { doneAt, doneBy, note, dueOn } = action
  if (doneAt)
    return (
      <>
        <Sign tone="good">done</Sign> <InstantText at={doneAt} />, {doneBy}: {note}
      </>
    )
  return (
    <Group gap="xs">
      {dueOn < dayHere() ? <Sign tone="bad">late</Sign> : <Sign tone="soon">open</Sign>}
      <May to="recall">
        <ReasonButton
          look={{ size: 'xs' }}
          title="It is put right"
          about={action.says}
          label="What was done"
          confirm="It is done"
          send={(said, key) =>
            answerOf(
              api.POST('/v1/corrective-actions/{id}/completion', {
                params: { path: { id: action.id } },
                body: { note: said },
                headers: intent(key),
              }),
            )
          }
        >
          Done
        </ReasonButton>
        <ChangeAction action={action} />
      </May>
    </Group>
  )
}

export const ActionRows = ({ actions }: { actions: readonly CorrectiveAction[] }) => (
  <Rows label="Corrective actions" rows={actions} columns={actionColumns} keyOf={({ id }) => id} />
)
