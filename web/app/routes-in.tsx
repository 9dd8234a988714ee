/** web/app/routes-in.tsx — home, stock, batches, and what comes in. */
import { createRoute } from '@tanstack/react-router'
import { importKinds } from '#domain/imports/fields.ts'
import { readMoveFilter } from '../features/stock/move-filter.ts'
import { readPastFilter } from '../features/stock/past-filter.ts'
import { readStockFilter } from '../features/stock/stock-filter.ts'
import { pageOf } from './page-of.tsx'
import { oneOf, present, root, textOf } from './root.tsx'

const HomePage = pageOf(async () => (await import('./home-page.tsx')).HomePage)
const StockPage = pageOf(async () => (await import('../features/stock/stock-page.tsx')).StockPage)
const PastStockPage = pageOf(async () => (await import('../features/stock/past-stock-page.tsx')).PastStockPage)
const MovesPage = pageOf(async () => (await import('../features/stock/moves-page.tsx')).MovesPage)
const BatchPage = pageOf(async () => (await import('./batch-page.tsx')).BatchPage)
const LotPage = pageOf(async () => (await import('./lot-page.tsx')).LotPage)
const LotListPage = pageOf(async () => (await import('../features/batches/lot-list-page.tsx')).LotListPage)
const ReceivePage = pageOf(async () => (await import('../features/receiving/receive-page.tsx')).ReceivePage)
const ReceiptPage = pageOf(async () => (await import('../features/receiving/receipt-page.tsx')).ReceiptPage)
const InboundListPage = pageOf(async () => (await import('../features/receiving/inbound-pages.tsx')).InboundListPage)
const InboundPage = pageOf(async () => (await import('../features/receiving/inbound-page.tsx')).InboundPage)
const AnnouncePage = pageOf(async () => (await import('../features/receiving/announce-page.tsx')).AnnouncePage)

const PutawayPage = pageOf(async () => (await import('../features/putaway/putaway-page.tsx')).PutawayPage)
const MisplacedPage = pageOf(async () => (await import('../features/putaway/misplaced-page.tsx')).MisplacedPage)
const MapPage = pageOf(async () => (await import('../features/putaway/map-page.tsx')).MapPage)
const BinPage = pageOf(async () => (await import('../features/putaway/bin-page.tsx')).BinPage)

const ImportListPage = pageOf(async () => (await import('../features/imports/import-list-page.tsx')).ImportListPage)
const ImportPage = pageOf(async () => (await import('../features/imports/import-page.tsx')).ImportPage)

const getParentRoute = () => root

const home = createRoute({ getParentRoute, path: '/', component: HomePage })

const stock = createRoute({
  getParentRoute,
  path: '/stock',
  validateSearch: readStockFilter,
  component: function StockRoute() {
    const navigate = stock.useNavigate()
    return (
      <StockPage
        filter={stock.useSearch()}
        onFilter={(filter) => void navigate({ search: readStockFilter(filter), replace: true })}
      />
    )
  },
})

const pastStock = createRoute({
  getParentRoute,
  path: '/stock/as-of',
  validateSearch: readPastFilter,
  component: function PastStockRoute() {
    const navigate = pastStock.useNavigate()
    return (
      <PastStockPage
        filter={pastStock.useSearch()}
        onFilter={(filter) => void navigate({ search: readPastFilter(filter), replace: true })}
      />
    )
  },
})

const moves = createRoute({
  getParentRoute,
  path: '/moves',
  validateSearch: readMoveFilter,
  component: function MovesRoute() {
    const navigate = moves.useNavigate()
    return (
      <MovesPage
        filter={moves.useSearch()}
        onFilter={(filter) => void navigate({ search: readMoveFilter(filter), replace: true })}
      />
    )
  },
})

const batch = createRoute({
  getParentRoute,
  path: '/batches/$id',
  validateSearch: ({ serial }: Record<string, unknown>) => present({ serial: textOf(serial) }),
  component: () => <BatchPage id={batch.useParams().id} serial={batch.useSearch().serial} />,
})

const lots = createRoute({ getParentRoute, path: '/lots', component: LotListPage })

const lot = createRoute({
  getParentRoute,
  path: '/lots/$ref',
  component: () => <LotPage lotRef={lot.useParams().ref} />,
})

const receive = createRoute({
  getParentRoute,
  path: '/receive',
  validateSearch: ({ inbound, product }: Record<string, unknown>) =>
    present({ inbound: textOf(inbound), product: textOf(product) }),
  component: () => <ReceivePage {...receive.useSearch()} />,
})

const receipt = createRoute({
  getParentRoute,
  path: '/receipts/$ref',
  component: () => <ReceiptPage receiptRef={receipt.useParams().ref} />,
})

const inbounds = createRoute({
  getParentRoute,
  path: '/inbounds',
  validateSearch: ({ state }: Record<string, unknown>) => present({ state: oneOf(state, ['open', 'closed']) }),
  component: function InboundsRoute() {
    const navigate = inbounds.useNavigate()
    return (
      <InboundListPage
        state={inbounds.useSearch().state}
        onState={(state) => void navigate({ search: present({ state }), replace: true })}
      />
    )
  },
})

const announce = createRoute({ getParentRoute, path: '/inbounds/new', component: AnnouncePage })

const inbound = createRoute({
  getParentRoute,
  path: '/inbounds/$ref',
  component: () => <InboundPage inboundRef={inbound.useParams().ref} />,
})

const putaway = createRoute({ getParentRoute, path: '/putaway', component: PutawayPage })
const misplaced = createRoute({ getParentRoute, path: '/misplaced', component: MisplacedPage })

const map = createRoute({
  getParentRoute,
  path: '/map',
  validateSearch: ({ warehouse }: Record<string, unknown>) => present({ warehouse: textOf(warehouse) }),
  component: function MapRoute() {
    const navigate = map.useNavigate()
    return (
      <MapPage
        warehouse={map.useSearch().warehouse}
        onWarehouse={(warehouse) => void navigate({ search: { warehouse }, replace: true })}
      />
    )
  },
})

const bin = createRoute({
  getParentRoute,
  path: '/bins/$id',
  component: () => <BinPage id={bin.useParams().id} />,
})

const imports = createRoute({
  getParentRoute,
  path: '/imports',
  validateSearch: ({ kind }) => present({ kind: oneOf(kind, importKinds) }),
  component: () => {
    const navigate = imports.useNavigate()
    const { kind = 'stock' } = imports.useSearch()
    return <ImportListPage kind={kind} onKind={(next) => void navigate({ search: { kind: next }, replace: true })} />
  },
})

const oneImport = createRoute({
  getParentRoute,
  path: '/imports/$id',
  component: () => <ImportPage id={oneImport.useParams().id} />,
})

export const inRoutes = [
  home,
  stock,
  pastStock,
  moves,
  batch,
  lots,
  lot,
  receive,
  receipt,
  inbounds,
  announce,
  inbound,
  putaway,
  misplaced,
  map,
  bin,
  imports,
  oneImport,
] as const
