/** web/app/routes-keep.tsx — what is kept in order: products, partners, holds, rules, audit, settings. */
import { createRoute } from '@tanstack/react-router'
import { readAuditFilter } from '../features/access/audit-filter.ts'
import { alertLists } from '../features/alerts/alert-lists.ts'
import { runKinds } from '../features/production/run-words.ts'
import { settleKinds } from '../features/reports/settle-words.ts'
import { pageOf } from './page-of.tsx'
import { dayCount, oneOf, present, root, textOf } from './root.tsx'
import { settingsTabs } from './settings-tabs.ts'

const ProductListPage = pageOf(async () => (await import('../features/catalog/product-list-page.tsx')).ProductListPage)
const ProductPage = pageOf(async () => (await import('./product-page.tsx')).ProductPage)
const NewProductPage = pageOf(async () => (await import('../features/catalog/edit-product-page.tsx')).NewProductPage)
const EditProductPage = pageOf(async () => (await import('../features/catalog/edit-product-page.tsx')).EditProductPage)
const PartnersPage = pageOf(async () => (await import('../features/catalog/partner-pages.tsx')).PartnersPage)
const CustomerPage = pageOf(async () => (await import('./customer-page.tsx')).CustomerPage)
const PartnerPage = pageOf(async () => (await import('../features/catalog/partner-page.tsx')).PartnerPage)
const HoldListPage = pageOf(async () => (await import('../features/quality/hold-pages.tsx')).HoldListPage)
const HoldPage = pageOf(async () => (await import('../features/quality/hold-pages.tsx')).HoldPage)
const SampleListPage = pageOf(async () => (await import('../features/samples/sample-list-page.tsx')).SampleListPage)
const RedatingListPage = pageOf(
  async () => (await import('../features/redating/redating-list-page.tsx')).RedatingListPage,
)
const RunListPage = pageOf(async () => (await import('../features/production/run-list-page.tsx')).RunListPage)
const RunPage = pageOf(async () => (await import('./run-page.tsx')).RunPage)
const MakePage = pageOf(async () => (await import('../features/production/make-page.tsx')).MakePage)
const PathListPage = pageOf(async () => (await import('../features/identifying/path-list-page.tsx')).PathListPage)
const PathPage = pageOf(async () => (await import('../features/identifying/path-page.tsx')).PathPage)
const AlertListPage = pageOf(async () => (await import('../features/alerts/alert-list-page.tsx')).AlertListPage)
const ToSettlePage = pageOf(async () => (await import('../features/reports/to-settle-page.tsx')).ToSettlePage)
const AuditPage = pageOf(async () => (await import('../features/access/audit-page.tsx')).AuditPage)
const SettingsPage = pageOf(async () => (await import('./settings-page.tsx')).SettingsPage)

const PhonePage = pageOf(async () => (await import('../features/access/phone-page.tsx')).PhonePage)

const getParentRoute = () => root

const phone = createRoute({ getParentRoute, path: '/phone', component: PhonePage })
const kinds = ['customers', 'suppliers'] as const

const products = createRoute({ getParentRoute, path: '/products', component: ProductListPage })
const newProduct = createRoute({ getParentRoute, path: '/products/new', component: NewProductPage })

const product = createRoute({
  getParentRoute,
  path: '/products/$ref',
  component: () => <ProductPage productRef={product.useParams().ref} />,
})

const editProduct = createRoute({
  getParentRoute,
  path: '/products/$ref/edit',
  component: () => <EditProductPage productRef={editProduct.useParams().ref} />,
})

const partners = createRoute({
  getParentRoute,
  path: '/partners',
  validateSearch: ({ kind }: Record<string, unknown>) => present({ kind: oneOf(kind, kinds) }),
  component: () => <PartnersPage kind={partners.useSearch().kind ?? 'customers'} />,
})

const customer = createRoute({
  getParentRoute,
  path: '/partners/customers/$ref',
  component: () => <CustomerPage customerRef={customer.useParams().ref} />,
})

const supplier = createRoute({
  getParentRoute,
  path: '/partners/suppliers/$ref',
  component: () => <PartnerPage kind="suppliers" partnerRef={supplier.useParams().ref} />,
})

const toSettle = createRoute({
  getParentRoute,
  path: '/to-settle',
  validateSearch: ({ kind, warehouse }: Record<string, unknown>) =>
    present({ kind: oneOf(kind, settleKinds), warehouse: textOf(warehouse) }),
  component: function ToSettleRoute() {
    const navigate = toSettle.useNavigate()
    return (
      <ToSettlePage
        filter={toSettle.useSearch()}
        onFilter={(filter) => void navigate({ search: present(filter), replace: true })}
      />
    )
  },
})

const alerts = createRoute({
  getParentRoute,
  path: '/alerts',
  validateSearch: ({ state, step, warehouse }: Record<string, unknown>) =>
    present({ state: oneOf(state, alertLists), step: dayCount(step), warehouse: textOf(warehouse) }),
  component: function AlertsRoute() {
    const navigate = alerts.useNavigate()
    return (
      <AlertListPage
        filter={alerts.useSearch()}
        onFilter={(filter) => void navigate({ search: present(filter), replace: true })}
      />
    )
  },
})

const samples = createRoute({
  getParentRoute,
  path: '/samples',
  validateSearch: ({ state }: Record<string, unknown>) => present({ state: oneOf(state, ['due', 'kept', 'gone']) }),
  component: function SamplesRoute() {
    const navigate = samples.useNavigate()
    return (
      <SampleListPage
        state={samples.useSearch().state}
        onState={(state) => void navigate({ search: present({ state }), replace: true })}
      />
    )
  },
})

const redatings = createRoute({
  getParentRoute,
  path: '/opened',
  validateSearch: ({ state }: Record<string, unknown>) => present({ state: oneOf(state, ['past', 'here', 'gone']) }),
  component: function RedatingsRoute() {
    const navigate = redatings.useNavigate()
    return (
      <RedatingListPage
        state={redatings.useSearch().state}
        onState={(state) => void navigate({ search: present({ state }), replace: true })}
      />
    )
  },
})

const runs = createRoute({
  getParentRoute,
  path: '/production',
  validateSearch: ({ kind, text }: Record<string, unknown>) =>
    present({ kind: oneOf(kind, runKinds), text: textOf(text) }),
  component: function RunsRoute() {
    const navigate = runs.useNavigate()
    return (
      <RunListPage
        filter={runs.useSearch()}
        onFilter={(filter) => void navigate({ search: present(filter), replace: true })}
      />
    )
  },
})

const makeRun = createRoute({ getParentRoute, path: '/production/new', component: MakePage })

const run = createRoute({
  getParentRoute,
  path: '/production/$ref',
  component: () => <RunPage runRef={run.useParams().ref} />,
})

const paths = createRoute({
  getParentRoute,
  path: '/identifying',
  validateSearch: ({ state }: Record<string, unknown>) =>
    present({ state: oneOf(state, ['open', 'done', 'given_up']) }),
  component: function PathsRoute() {
    const navigate = paths.useNavigate()
    return (
      <PathListPage
        state={paths.useSearch().state}
        onState={(state) => void navigate({ search: present({ state }), replace: true })}
      />
    )
  },
})

const path = createRoute({
  getParentRoute,
  path: '/identifying/$id',
  component: () => <PathPage id={path.useParams().id} />,
})

const holds = createRoute({
  getParentRoute,
  path: '/holds',
  validateSearch: ({ show }: Record<string, unknown>) => present({ show: oneOf(show, ['lifted']) }),
  component: function HoldsRoute() {
    const navigate = holds.useNavigate()
    return (
      <HoldListPage
        lifted={holds.useSearch().show === 'lifted'}
        onLifted={(lifted) => void navigate({ search: lifted ? { show: 'lifted' } : {}, replace: true })}
      />
    )
  },
})

const hold = createRoute({
  getParentRoute,
  path: '/holds/$ref',
  component: () => <HoldPage holdRef={hold.useParams().ref} />,
})

const audit = createRoute({
  getParentRoute,
  path: '/audit',
  validateSearch: readAuditFilter,
  component: function AuditRoute() {
    const navigate = audit.useNavigate()
    return (
      <AuditPage filter={audit.useSearch()} onFilter={(filter) => void navigate({ search: filter, replace: true })} />
    )
  },
})

const settings = createRoute({
  getParentRoute,
  path: '/settings',
  validateSearch: ({ tab }: Record<string, unknown>) => present({ tab: oneOf(tab, settingsTabs) }),
  component: function SettingsRoute() {
    const navigate = settings.useNavigate()
    return (
      <SettingsPage
        tab={settings.useSearch().tab ?? 'people'}
        onTab={(tab) => void navigate({ search: { tab }, replace: true })}
      />
    )
  },
})

const partnerRoutes = [partners, customer, supplier] as const
const productRoutes = [products, newProduct, product, editProduct] as const
const runRoutes = [runs, makeRun, run] as const
export const keepRoutes = [
  ...runRoutes,
  ...productRoutes,
  ...partnerRoutes,
  toSettle,
  alerts,
  samples,
  redatings,
  paths,
  path,
  holds,
  hold,
  audit,
  settings,
  phone,
] as const
