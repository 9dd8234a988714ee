/**
 * web/features/fulfilment/pack-page.tsx — what was picked of an order goes into parcels, and parcels leave.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { Packing } from '../../api/types.ts'
import { RowLink } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Empty, Loaded, ProblemAlert } from '../../shared/states.tsx'
import { keyOf } from './changed-picks.ts'
import { PackForm } from './pack-form.tsx'
import { ParcelCard } from './parcel-card.tsx'
import { PartKits } from './part-kits.tsx'
import { StoppedTasks } from './stopped-tasks.tsx'
import { type Leaving, useShipParcels } from './use-ship-parcels.ts'

type PackPageProps = Readonly<{
  orderRef: string
  /** The id of the parcel that was scanned or looked for. */
  parcel: string | undefined
}>

export function PackPage({ orderRef, parcel }: PackPageProps) {
  const packing = useQuery({
    queryKey: ['packing', orderRef],
    queryFn: () => answerOf(api.GET('/v1/orders/{ref}/packing', { params: { path: { ref: orderRef } } })),
  })
  return (
    <Page
      title={packing.data ? `Pack ${packing.data.number}` : 'Pack'}
      back={{ to: '/pick', label: 'Pick' }}
      actions={
        <>
          <RowLink to={`/orders/${orderRef}`}>Show the order</RowLink>
          <RowLink to={`/ship/${orderRef}`}>Ship without parcels</RowLink>
        </>
      }
    >
      <Loaded of={packing}>{(got) => <PackingShown packing={got} marked={parcel} />}</Loaded>
    </Page>
  )
}

type PackingProps = Readonly<{ packing: Packing; marked: string | undefined }>

function PackingShown({ packing, marked }: PackingProps) {
  const navigate = useNavigate()
  const { rows, parcels } = packing
  const stopped = rows.filter((row) => row.stopped > 0).map((row) => ({ ...row, why: row.why ?? '' }))
  const packable = rows.filter((row) => row.packable > 0 && row.why === null)
  const toPick = rows.reduce((units, row) => units + row.toPick, 0)
  return (
    <>
      <StoppedTasks stopped={stopped} />
      <PackForm
        key={packable.map((row) => `${keyOf(row)} ${row.packable}`).join()}
        packing={packing}
        rows={packable}
        onSscc={(ref) => void navigate({ to: '/parcels/$ref', params: { ref }, replace: true })}
        empty={
          <Empty title="Nothing is picked and in no parcel">
            {toPick > 0 ? `${toPick} are still to be picked.` : 'All that was picked is in parcels.'}
          </Empty>
        }
      />
      {parcels.length > 0 ? <Parcels packing={packing} marked={marked} /> : null}
    </>
  )
}

function Parcels({ packing: { orderId, parcels }, marked }: PackingProps) {
  const here = parcels.filter(({ state }) => state === 'packed')
  const shipping = useShipParcels(orderId, (number) =>
    notifications.show({ message: `${number} is on its way.`, color: 'leaf' }),
  )
  const [last, setLast] = useState<Leaving>({ parcels: [] })
  const ship = {
    ...shipping,
    send: (leaving: Leaving) => {
      setLast(leaving)
      shipping.send(leaving)
    },
  }
  return (
    <Section title="Parcels">
      <Stack gap="md">
        {parcels.map((parcel) => (
          <ParcelCard key={parcel.id} parcel={parcel} ship={ship} marked={parcel.id === marked} />
        ))}
        <ProblemAlert problem={ship.problem} />
        <Group>
          <PartKits
            problem={ship.problem}
            sending={ship.sending}
            onSend={() => ship.send({ ...last, partKits: true })}
          />
        </Group>
        {here.length > 1 ? (
          <Group>
            <Button loading={ship.sending} onClick={() => ship.send({ parcels: here.map(({ id }) => id) })}>
              Ship all {here.length} parcels
            </Button>
            <Text c="dimmed">They leave as one shipment.</Text>
          </Group>
        ) : null}
      </Stack>
    </Section>
  )
}
