/**
 * web/features/orders/order-page.tsx — an order: the batches of each line, those passed over and why, and what can be done.
 */
import { Box, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPackage, IconRefresh, IconTruckDelivery } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Order, ShipmentSummary } from '../../api/types.ts'
import { countryName } from '../../shared/country-select.tsx'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { OrderStateSign } from '../../shared/order-state.tsx'
import { Facts, Lines, Page, Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { ShipmentStateSign } from '../../shared/shipment-state.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { stockLines } from '../../shared/stock-lines.ts'
import { useTodayAt } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { arrivalsTold } from './arrivals-told.ts'
import { EditOrder } from './edit-order.tsx'
import { KitLineShown } from './kit-line.tsx'
import { LostBatches } from './lost-batches.tsx'
import { OrderArrivals } from './order-arrivals.tsx'
import { OrderLineShown } from './order-line.tsx'
import { OrderRouting } from './order-routing.tsx'

export function OrderPage({ orderRef }: { orderRef: string }) {
  const order = useQuery({
    queryKey: ['order', orderRef],
    queryFn: () => answerOf(api.GET('/v1/orders/{ref}', { params: { path: { ref: orderRef } } })),
  })
  return (
    <Page
      title={order.data ? `Order ${order.data.number}` : 'Order'}
      about={order.data ? <OrderStateSign state={order.data.state} /> : null}
      back={{ to: '/orders', label: 'Orders' }}
      actions={order.data ? <Actions order={order.data} /> : null}
    >
      <Loaded of={order} rows={10}>
        {(got) => <OrderShown order={got} />}
      </Loaded>
    </Page>
  )
}

function Actions({ order }: { order: Order }) {
  const { id, state, allocated, backOrdered } = order
  const retry = useWrite(
    (_: { allocatedBefore: number }, key) =>
      answerOf(api.POST('/v1/orders/{id}/allocation', { params: { path: { id } }, headers: intent(key) })),
    (after, { allocatedBefore }) => notifications.show(whatRetryFound(allocatedBefore, after)),
  )
  if (state === 'cancelled' || state === 'shipped') return null
  return (
    <>
      <May to="order">
        <CancelOrder order={order} />
      </May>
      {backOrdered > 0 ? (
        <May to="order">
          <Button
            variant="default"
            leftSection={<IconRefresh size={15} />}
            loading={retry.sending}
            onClick={() => retry.send({ allocatedBefore: allocated })}
          >
            Try again
          </Button>
        </May>
      ) : null}
      {allocated > 0 ? (
        <May to="ship">
          <LinkButton to="/pack/$ref" params={{ ref: id }} variant="default" leftSection={<IconPackage size={15} />}>
            Pack
          </LinkButton>
          <LinkButton to="/ship/$ref" params={{ ref: id }} leftSection={<IconTruckDelivery size={15} />}>
            Ship
          </LinkButton>
        </May>
      ) : null}
      <ProblemAlert problem={retry.problem} />
    </>
  )
}

function whatRetryFound(allocatedBefore: number, { allocated, backOrdered }: Order) {
  const more = allocated - allocatedBefore
  const waits =
    backOrdered > 0
      ? `${quantityText(backOrdered)} still ${backOrdered === 1 ? 'waits' : 'wait'}.`
      : 'Nothing waits any more.'
  if (more > 0)
    return { message: `${quantityText(more)} more ${more === 1 ? 'is' : 'are'} reserved. ${waits}`, color: 'leaf' }
  if (more < 0)
    return { message: `${quantityText(-more)} can no longer be sold and were given back. ${waits}`, color: 'saffron' }
  return { message: `Nothing new was found. ${waits} Each line says what stands in the way.`, color: 'gray' }
}

function CancelOrder({ order: { id, number, shipped } }: { order: Order }) {
  return (
    <ReasonButton
      send={(reason, key) =>
        answerOf(
          api.POST('/v1/orders/{id}/cancellation', {
            params: { path: { id } },
            body: { reason },
            headers: intent(key),
          }),
        )
      }
      title={`Cancel order ${number}`}
      about={
        shipped > 0
          ? 'What is shipped stays shipped; the rest is given free. A shipment that never left is cancelled on its own page.'
          : 'Everything it holds is given free, and goes to orders that wait.'
      }
      confirm="Cancel the order"
      danger
    >
      Cancel
    </ReasonButton>
  )
}

function OrderShown({ order }: { order: Order }) {
  const arrivals = arrivalsTold({ state: order.state, lines: stockLines(order) }, useTodayAt())
  return (
    <>
      <LostBatches order={order} />
      <Section title="Order" aside={<EditOrder order={order} />}>
        <Facts
          of={{
            Customer: order.customerId ? (
              <RowLink to={`/partners/customers/${order.customerId}`}>{order.customerName}</RowLink>
            ) : (
              '–'
            ),
            Channel: order.channel,
            Warehouse: order.warehouseCode ?? 'any',
            Ordered: <InstantText at={order.orderedAt} />,
            'Deliver on': <DateText day={order.deliverOn} none="as soon as possible" />,
            Priority: String(order.priority),
            'Deliver to': <Lines of={order.shipTo} />,
            Country: order.country === null ? '–' : countryName(order.country),
            'Postal code': order.postalCode ?? '–',
            Service: order.serviceCode ?? 'standard',
            Note: <Lines of={order.note} />,
            'Entered by': order.actorName,
          }}
        />
        {arrivals.all.length === 0 ? null : (
          <Box mt="md">
            <OrderArrivals arrivals={arrivals.all} country={order.country} />
          </Box>
        )}
      </Section>
      <OrderRouting order={order} />
      {order.lines.map((line) =>
        line.components.length > 0 ? (
          <KitLineShown key={line.id} order={order} line={line} arrivals={arrivals.ofLine} />
        ) : (
          <OrderLineShown key={line.id} order={order} line={line} arrivals={arrivals.ofLine.get(line.id) ?? []} />
        ),
      )}
      <Shipments orderId={order.id} />
    </>
  )
}

const shipmentColumns: readonly Column<ShipmentSummary>[] = [
  { title: 'Shipment', cell: ({ id, number }) => <RowLink to={`/shipments/${id}`}>{number}</RowLink> },
  { title: 'State', cell: ({ state }) => <ShipmentStateSign state={state} /> },
  { title: 'Shipped', cell: ({ shippedAt }) => <InstantText at={shippedAt} /> },
  { title: 'From', cell: ({ warehouseCode }) => warehouseCode },
  { title: 'Carrier', cell: ({ carrier }) => carrier ?? '–' },
  { title: 'Tracking', cell: ({ trackingNumber }) => trackingNumber ?? '–' },
]

function Shipments({ orderId }: { orderId: string }) {
  const shipments = useQuery({
    queryKey: ['shipments', 'order', orderId],
    queryFn: () => answerOf(api.GET('/v1/shipments', { params: { query: { order: orderId, limit: 100 } } })),
  })
  if (!shipments.data || shipments.data.items.length === 0) return null
  return (
    <Section title="Shipments" flush>
      <Rows label="Shipments" rows={shipments.data.items} columns={shipmentColumns} keyOf={({ id }) => id} />
    </Section>
  )
}
