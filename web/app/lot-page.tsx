/**
 * web/app/lot-page.tsx — a lot: its batches as one, put together from features that do not know each other.
 */
import type { LotTrace } from '../api/types.ts'
import { AddToLot } from '../features/batches/add-to-lot.tsx'
import { HoldButton } from '../features/quality/hold-button.tsx'
import { SubjectHolds } from '../features/quality/subject-holds.tsx'
import { pictureOfLot } from '../features/trace/graph-stops.ts'
import { LotBatches } from '../features/trace/lot-batches.tsx'
import { MassBalance } from '../features/trace/mass-balance.tsx'
import { useLotRecipients, useLotTrace } from '../features/trace/use-trace.ts'
import { WhoGotIt } from '../features/trace/who-got-it.tsx'
import { Page } from '../shared/page.tsx'
import { Unanswered } from '../shared/states.tsx'

export function LotPage({ lotRef }: { lotRef: string }) {
  const trace = useLotTrace(lotRef)
  const first = trace.data?.pages[0]
  const lot = first?.lot
  return (
    <Page
      title={lot ? `Lot ${lot.code}` : 'Lot'}
      about={lot?.name}
      back={{ to: '/lots', label: 'Lots' }}
      actions={lot ? <HoldButton about={{ kind: 'lot', id: lot.id, code: lot.code }} /> : null}
    >
      {first ? <LotShown trace={first} pages={trace} /> : <Unanswered of={trace} rows={8} />}
    </Page>
  )
}

type LotShownProps = Readonly<{ trace: LotTrace; pages: ReturnType<typeof useLotTrace> }>

function LotShown({ trace, pages }: LotShownProps) {
  const { id, code } = trace.lot
  const recipients = useLotRecipients(id).data?.items
  return (
    <>
      <LotBatches batches={trace.batches} aside={<AddToLot lotId={id} code={code} />} />
      <MassBalance balance={trace.massBalance} />
      <WhoGotIt
        ofLot
        totals={trace}
        consignments={pages.data?.pages.flatMap(({ shipments }) => shipments.items) ?? []}
        sheet={(ending) => (ending === 'csv' ? `/v1/lots/${id}/trace.csv` : `/v1/trace.xlsx?kind=lot&lot=${id}`)}
        more={pages.hasNextPage ? () => void pages.fetchNextPage() : null}
        reading={pages.isFetchingNextPage}
        picture={recipients ? (max) => pictureOfLot(trace, { ...trace, recipients }, max) : null}
      />
      <SubjectHolds of={{ lot: id }} />
    </>
  )
}
