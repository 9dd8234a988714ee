/**
 * web/features/fulfilment/ship-order-page.tsx — an order to be packed: for whom, by when, from which warehouses, and what of it
 * still waits.
 */
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { Order, PickList } from '../../api/types.ts'
import { DateText } from '../../shared/date-text.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { OrderStateSign } from '../../shared/order-state.tsx'
import { Facts, Lines, Page, Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { ParcelForm } from './parcel-form.tsx'
import type { Parcel } from './parcel-values.ts'

export function ShipOrderPage({ orderRef }: { orderRef: string }) {
  const params = { path: { ref: orderRef } }
  const list = useQuery({
    queryKey: ['pick-list', orderRef],
    queryFn: () => answerOf(api.GET('/v1/orders/{ref}/pick-list', { params })),
  })
  const order = useQuery({
    queryKey: ['order', orderRef],
    queryFn: () => answerOf(api.GET('/v1/orders/{ref}', { params })),
  })
  return (
    <Page
      title={order.data ? `Ship ${order.data.number}` : 'Ship'}
      about={order.data ? <OrderStateSign state={order.data.state} /> : null}
      back={{ to: '/ship', label: 'Ship' }}
      actions={
        <>
          <RowLink to={`/orders/${orderRef}`}>Show the order</RowLink>
          <RowLink to={`/pack/${orderRef}`}>Pack into parcels</RowLink>
        </>
      }
    >
      <Loaded of={order}>
        {(got) => (
          <>
            <ForWhom order={got} />
            <Loaded of={list}>{(picks) => <Parcels key={got.id} order={got} picks={picks} />}</Loaded>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function ForWhom({ order }: { order: Order }) {
  const { customerId, customerName, shipTo, deliverOn, priority, note } = order
  return (
    <Section title="Order">
      <Facts
        of={{
          Customer: customerId ? <RowLink to={`/partners/customers/${customerId}`}>{customerName}</RowLink> : 'none',
          'Deliver to': <Lines of={shipTo} />,
          'Deliver on': <DateText day={deliverOn} none="as soon as possible" />,
          ...(priority === 0 ? {} : { Priority: String(priority) }),
          ...(note ? { Note: <Lines of={note} /> } : {}),
          'Still waits': waitingInWords(order),
        }}
      />
    </Section>
  )
}

function waitingInWords({ lines }: Order): string {
  const waiting = lines.filter((line) => line.backOrdered > 0)
  if (waiting.length === 0) return 'nothing'
  return waiting.map(({ sku, backOrdered: short }) => `${quantityText(short)} of ${sku}`).join(', ')
}

/** A warehouse stays on the page when all of it was taken back: what is in the hand must be put back there. */
function Parcels({ order, picks: { warehouses } }: { order: Order; picks: PickList }) {
  const [atFirst] = useState(warehouses)
  const seen = useRef(new Map<string, Parcel>())
  for (const [id, parcel] of seen.current) seen.current.set(id, { ...parcel, lines: [] })
  for (const parcel of warehouses) seen.current.set(parcel.warehouseId, parcel)
  const parcels = [...seen.current.values()].toSorted((a, b) => (a.warehouseCode < b.warehouseCode ? -1 : 1))
  const linesAtFirst = (id: string) => atFirst.find(({ warehouseId }) => warehouseId === id)?.lines ?? []
  return (
    <>
      {parcels.map((parcel) => (
        <ParcelForm
          key={parcel.warehouseId}
          order={order}
          parcel={parcel}
          linesAtFirst={linesAtFirst(parcel.warehouseId)}
        />
      ))}
      {warehouses.length === 0 ? <NothingReserved order={order} /> : null}
    </>
  )
}

function NothingReserved({ order: { id, number, state } }: { order: Order }) {
  const seeOrder = <RowLink to={`/orders/${id}`}>See order {number}</RowLink>
  if (state === 'shipped')
    return (
      <Empty title="All of it is shipped already" action={seeOrder}>
        Its shipments, with carrier and tracking number, are shown with the order.
      </Empty>
    )
  if (state === 'cancelled') return <Empty title="This order is cancelled" action={seeOrder} />
  return (
    <Empty title="It waits for stock" action={seeOrder}>
      Nothing of it is reserved yet. The order says of each line what stands in the way.
    </Empty>
  )
}
