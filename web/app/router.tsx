/**
 * web/app/router.tsx — every address of the app and what it shows. Pages are loaded when first opened.
 */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { readStockFilter } from '../features/stock/stock-filter.ts'
import { StockPage } from '../features/stock/stock-page.tsx'
import { Gate } from './gate.tsx'
import { LostPage, OopsPage } from './lost-page.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({
  component: () => (
    <Gate>
      <Shell />
    </Gate>
  ),
  notFoundComponent: LostPage,
  errorComponent: OopsPage,
})

const stock = createRoute({
  getParentRoute: () => root,
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

export const router = createRouter({ routeTree: root.addChildren([stock]), defaultPreload: 'intent' })
void lazyRouteComponent
void Outlet

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
