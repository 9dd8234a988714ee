/** web/app/routes-keep.tsx — what is kept in order: products, partners, holds, audit, settings. */
import { createRoute } from '@tanstack/react-router'
import { readAuditFilter } from '../features/access/audit-filter.ts'
import { pageOf } from './page-of.tsx'
import { oneOf, present, root } from './root.tsx'
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
const AuditPage = pageOf(async () => (await import('../features/access/audit-page.tsx')).AuditPage)
const SettingsPage = pageOf(async () => (await import('./settings-page.tsx')).SettingsPage)

const getParentRoute = () => root
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
export const keepRoutes = [...productRoutes, ...partnerRoutes, holds, hold, audit, settings] as const
