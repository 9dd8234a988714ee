/**
 * web/app/recall-page.tsx — the room of a recall with who got what it means, put together from features that do not know each other.
 */
import { Effectiveness } from '../features/closing/effectiveness.tsx'
import { Paperwork } from '../features/closing/paperwork.tsx'
import { ActionsOfRecall } from '../features/corrective/actions-of-recall.tsx'
import { WhoIsTold } from '../features/notices/who-is-told.tsx'
import { RecallRoom } from '../features/recalls/recall-room.tsx'
import { useRecallTrace } from '../features/recalls/use-recall.ts'
import { WhoGotIt } from '../features/trace/who-got-it.tsx'
import { Unanswered } from '../shared/states.tsx'

export const RecallPage = ({ recallRef }: { recallRef: string }) => (
  <RecallRoom
    recallRef={recallRef}
    whoIsTold={
      <>
        <WhoIsTold recallRef={recallRef} />
        <Effectiveness recallRef={recallRef} />
        <ActionsOfRecall recallRef={recallRef} />
        <Paperwork recallRef={recallRef} />
      </>
    }
    whoGotIt={<WhoGotRecalled recallRef={recallRef} />}
  />
)

function WhoGotRecalled({ recallRef }: { recallRef: string }) {
  const trace = useRecallTrace(recallRef)
  const first = trace.data?.pages[0]
  if (!first) return <Unanswered of={trace} rows={8} />
  return (
    <WhoGotIt
      ofFamily
      totals={first}
      consignments={trace.data?.pages.flatMap(({ shipments }) => shipments.items) ?? []}
      sheet={(ending) => `/v1/recalls/${encodeURIComponent(recallRef)}/trace.${ending}`}
      more={trace.hasNextPage ? () => void trace.fetchNextPage() : null}
      reading={trace.isFetchingNextPage}
    />
  )
}
