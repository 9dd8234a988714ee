import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { answerOf, api, given } from '../../api/client.ts'
import type { PickWaveSummary } from '../../api/types.ts'
import { KeptWaves } from '../../kept/kept-waves.tsx'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { LeftPickedOrders } from './left-picked.tsx'
import { MakeWave } from './make-wave.tsx'

const columns: readonly Column<PickWaveSummary>[] = [
  { title: 'Wave', cell: ({ id, number }) => <RowLink to={`/pick/${id}`}>{number}</RowLink> },
  { title: 'Warehouse', cell: ({ warehouseCode }) => warehouseCode },
  { title: 'Orders', cell: ({ orderCount }) => orderCount, end: true },
  { title: 'Made', cell: ({ madeAt, madeBy }) => <Made at={madeAt} by={madeBy} />, deskOnly: true },
  { title: 'State', cell: (wave) => <WaveState of={wave} /> },
]

const Made = ({ at, by }: { at: string; by: string }) => (
  <span>
    <InstantText at={at} /> by {by}
  </span>
)

function WaveState({ of: { closedAt, units, pickedUnits, stoppedUnits } }: { of: PickWaveSummary }) {
  if (closedAt !== null) return <Sign tone="quiet">closed</Sign>
  if (stoppedUnits > 0)
    return (
      <Sign tone="bad" icon={<IconAlertTriangle />}>
        {`${quantityText(stoppedUnits)} to put back`}
      </Sign>
    )
  const done = `${quantityText(pickedUnits)} of ${quantityText(units)} picked`
  return <Sign tone={pickedUnits === units ? 'good' : 'active'}>{done}</Sign>
}

/** What is being picked, the newest first. */
export function WaveListPage() {
  const [making, dialog] = useDisclosure(false)
  const pages = usePages(['pick-waves'], (cursor) =>
    answerOf(api.GET('/v1/pick-waves', { params: { query: given({ cursor }) } })),
  )
  return (
    <Page
      title="Pick"
      about="Orders that are picked in one walk, bin by bin"
      actions={
        <May to="ship">
          <Button onClick={dialog.open}>Make a wave</Button>
        </May>
      }
    >
      <KeptWaves />
      <Section title="Pick waves" flush>
        <Listing
          label="Pick waves"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Empty title="No wave yet">Make one of the orders that are due, and walk it with a scanner.</Empty>}
        />
      </Section>
      <LeftPickedOrders />
      <MakeWave opened={making} onClose={dialog.close} />
    </Page>
  )
}
