/** web/app/routes-out.tsx — what goes out, and what comes back. */
import { createRoute } from '@tanstack/react-router'
import { readShipFilter } from '../features/fulfilment/ship-filter.ts'
import { readOrderFilter } from '../features/orders/order-filter.ts'
import { pageOf } from './page-of.tsx'
import { oneOf, present, root, textOf } from './root.tsx'

const OrderListPage = pageOf(async () => (await import('../features/orders/order-list-page.tsx')).OrderListPage)
const NewOrderPage = pageOf(async () => (await import('../features/orders/new-order-page.tsx')).NewOrderPage)
const OrderPage = pageOf(async () => (await import('../features/orders/order-page.tsx')).OrderPage)
const ShipListPage = pageOf(async () => (await import('../features/fulfilment/ship-list-page.tsx')).ShipListPage)
const ShipOrderPage = pageOf(async () => (await import('../features/fulfilment/ship-order-page.tsx')).ShipOrderPage)
const ShipmentPage = pageOf(async () => (await import('../features/fulfilment/shipment-page.tsx')).ShipmentPage)
const WaveListPage = pageOf(async () => (await import('../features/fulfilment/wave-list-page.tsx')).WaveListPage)
const WavePage = pageOf(async () => (await import('../features/fulfilment/wave-page.tsx')).WavePage)
const OutboxPage = pageOf(async () => (await import('../outbox/outbox-page.tsx')).OutboxPage)
const PackPage = pageOf(async () => (await import('../features/fulfilment/pack-page.tsx')).PackPage)
const ParcelPage = pageOf(async () => (await import('../features/fulfilment/parcel-page.tsx')).ParcelPage)
const ReturnListPage = pageOf(async () => (await import('../features/returns/return-list-page.tsx')).ReturnListPage)
const NewReturnPage = pageOf(async () => (await import('../features/returns/new-return-page.tsx')).NewReturnPage)
const ArrivedPage = pageOf(async () => (await import('../features/returns/arrived-page.tsx')).ArrivedPage)
const DisposalListPage = pageOf(
  async () => (await import('../features/disposals/disposal-list-page.tsx')).DisposalListPage,
)
const NewDisposalPage = pageOf(
  async () => (await import('../features/disposals/new-disposal-page.tsx')).NewDisposalPage,
)
const DisposalPage = pageOf(async () => (await import('../features/disposals/disposal-page.tsx')).DisposalPage)
const ReturnPage = pageOf(async () => (await import('../features/returns/return-page.tsx')).ReturnPage)

const TransferListPage = pageOf(
  async () => (await import('../features/transfers/transfer-list-page.tsx')).TransferListPage,
)
const NewTransferPage = pageOf(
  async () => (await import('../features/transfers/new-transfer-page.tsx')).NewTransferPage,
)
const TransferPage = pageOf(async () => (await import('../features/transfers/transfer-page.tsx')).TransferPage)
const WaitingPage = pageOf(async () => (await import('../features/reports/waiting-page.tsx')).WaitingPage)

const CountListPage = pageOf(async () => (await import('../features/counts/count-list-page.tsx')).CountListPage)
const CountPage = pageOf(async () => (await import('../features/counts/count-page.tsx')).CountPage)
const DifferencesPage = pageOf(async () => (await import('../features/counts/differences-page.tsx')).DifferencesPage)

const getParentRoute = () => root

const orders = createRoute({
  getParentRoute,
  path: '/orders',
  validateSearch: readOrderFilter,
  component: function OrdersRoute() {
    const navigate = orders.useNavigate()
    return (
      <OrderListPage
        filter={orders.useSearch()}
        onFilter={(filter) => void navigate({ search: readOrderFilter(filter), replace: true })}
      />
    )
  },
})

const waiting = createRoute({ getParentRoute, path: '/waiting', component: WaitingPage })

const newOrder = createRoute({ getParentRoute, path: '/orders/new', component: NewOrderPage })

const order = createRoute({
  getParentRoute,
  path: '/orders/$ref',
  component: () => <OrderPage orderRef={order.useParams().ref} />,
})

const ship = createRoute({
  getParentRoute,
  path: '/ship',
  validateSearch: readShipFilter,
  component: function ShipRoute() {
    const navigate = ship.useNavigate()
    return <ShipListPage filter={ship.useSearch()} onFilter={(search) => void navigate({ search, replace: true })} />
  },
})

const shipOrder = createRoute({
  getParentRoute,
  path: '/ship/$ref',
  component: () => <ShipOrderPage orderRef={shipOrder.useParams().ref} />,
})

const shipment = createRoute({
  getParentRoute,
  path: '/shipments/$ref',
  component: () => <ShipmentPage shipmentRef={shipment.useParams().ref} />,
})

const waves = createRoute({ getParentRoute, path: '/pick', component: WaveListPage })

const wave = createRoute({
  getParentRoute,
  path: '/pick/$ref',
  component: () => <WavePage waveRef={wave.useParams().ref} />,
})

const outbox = createRoute({ getParentRoute, path: '/outbox', component: OutboxPage })

const pack = createRoute({
  getParentRoute,
  path: '/pack/$ref',
  validateSearch: ({ parcel }: Record<string, unknown>) => present({ parcel: textOf(parcel) }),
  component: () => <PackPage orderRef={pack.useParams().ref} parcel={pack.useSearch().parcel} />,
})

const parcel = createRoute({
  getParentRoute,
  path: '/parcels/$ref',
  component: () => <ParcelPage parcelRef={parcel.useParams().ref} />,
})

const transfers = createRoute({
  getParentRoute,
  path: '/transfers',
  validateSearch: ({ next }: Record<string, unknown>) => present({ next: oneOf(next, ['approve', 'ship', 'receive']) }),
  component: function TransfersRoute() {
    const navigate = transfers.useNavigate()
    return (
      <TransferListPage
        next={transfers.useSearch().next}
        onNext={(next) => void navigate({ search: present({ next }), replace: true })}
      />
    )
  },
})

const newTransfer = createRoute({
  getParentRoute,
  path: '/transfers/new',
  validateSearch: ({ from, to, product, batch, quantity }: Record<string, unknown>) =>
    present({
      from: textOf(from),
      to: textOf(to),
      product: textOf(product),
      batch: textOf(batch),
      quantity: typeof quantity === 'number' ? quantity : undefined,
    }),
  component: () => <NewTransferPage asked={newTransfer.useSearch()} />,
})

const transfer = createRoute({
  getParentRoute,
  path: '/transfers/$ref',
  component: () => <TransferPage transferRef={transfer.useParams().ref} />,
})

const returns = createRoute({
  getParentRoute,
  path: '/returns',
  validateSearch: ({ state }: Record<string, unknown>) =>
    present({ state: oneOf(state, ['open', 'to_inspect', 'closed']) }),
  component: function ReturnsRoute() {
    const navigate = returns.useNavigate()
    return (
      <ReturnListPage
        state={returns.useSearch().state}
        onState={(state) => void navigate({ search: present({ state }), replace: true })}
      />
    )
  },
})

const oneReturn = createRoute({
  getParentRoute,
  path: '/returns/$ref',
  component: () => <ReturnPage returnRef={oneReturn.useParams().ref} />,
})

const newReturn = createRoute({ getParentRoute, path: '/returns/new', component: NewReturnPage })

const arrived = createRoute({ getParentRoute, path: '/returns/arrived', component: ArrivedPage })

const disposals = createRoute({
  getParentRoute,
  path: '/disposals',
  validateSearch: ({ state }: Record<string, unknown>) =>
    present({ state: oneOf(state, ['open', 'destroyed', 'cancelled', 'reversed']) }),
  component: function DisposalsRoute() {
    const navigate = disposals.useNavigate()
    return (
      <DisposalListPage
        state={disposals.useSearch().state}
        onState={(state) => void navigate({ search: present({ state }), replace: true })}
      />
    )
  },
})

const newDisposal = createRoute({ getParentRoute, path: '/disposals/new', component: NewDisposalPage })

const disposal = createRoute({
  getParentRoute,
  path: '/disposals/$ref',
  component: () => <DisposalPage disposalRef={disposal.useParams().ref} />,
})

const counts = createRoute({ getParentRoute, path: '/counts', component: CountListPage })

const count = createRoute({
  getParentRoute,
  path: '/counts/$ref',
  component: () => <CountPage countRef={count.useParams().ref} />,
})

const countDifferences = createRoute({
  getParentRoute,
  path: '/counts/$ref/differences',
  component: () => <DifferencesPage countRef={countDifferences.useParams().ref} />,
})

export const outRoutes = [
  orders,
  waiting,
  newOrder,
  order,
  waves,
  wave,
  outbox,
  pack,
  parcel,
  ship,
  shipOrder,
  shipment,
  transfers,
  newTransfer,
  transfer,
  counts,
  count,
  countDifferences,
  returns,
  newReturn,
  arrived,
  disposals,
  newDisposal,
  disposal,
  oneReturn,
] as const
