/**
 * web/features/fulfilment/pack-page.tsx — what was picked of an order goes into parcels, and parcels leave.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
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

export function PackPage({ orderRef }: { orderRef: string }) {
  const packing = useQuery({
    queryKey: ['packing', orderRef],
    queryFn: () => answerOf(api.GET('/v1/orders/{ref}/packing', { params: { path: { ref: orderRef } } })),
  })
  return (
    <Page
      title={packing.data ? `Pack ${packing.data.number}` : 'Pack'}
      back={{ to: '/pick', label: 'Pick' }}
      actions={<RowLink to={`/orders/${orderRef}`}>Show the order</RowLink>}
    >
      <Loaded of={packing}>{(got) => <PackingShown packing={got} />}</Loaded>
    </Page>
  )
}

function PackingShown({ packing }: { packing: Packing }) {
  const { rows, parcels } = packing
  const stopped = rows.filter((row) => row.stopped > 0).map((row) => ({ ...row, why: row.why ?? '' }))
  const packable = rows.filter((row) => row.packable > 0 && row.why === null)
  const toPick = rows.reduce((units, row) => units + row.toPick, 0)
  return (
    <>
      <StoppedTasks stopped={stopped} />
      {packable.length > 0 ? (
        <PackForm
          key={packable.map((row) => `${keyOf(row)} ${row.packable}`).join()}
          packing={packing}
          rows={packable}
        />
      ) : (
        <Section title="Next parcel">
          <Empty title="Nothing is picked and in no parcel">
            {toPick > 0 ? `${toPick} are still to be picked.` : 'All that was picked is in parcels.'}
          </Empty>
        </Section>
      )}
      {parcels.length > 0 ? <Parcels packing={packing} /> : null}
    </>
  )
}

function Parcels({ packing: { orderId, parcels } }: { packing: Packing }) {
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
          <ParcelCard key={parcel.id} parcel={parcel} ship={ship} />
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
