/**
 * web/app/router.tsx — every address of the app and what it shows. Pages are loaded when first opened.
 */
import { createRouter } from '@tanstack/react-router'
import { root } from './root.tsx'
import { inRoutes } from './routes-in.tsx'
import { keepRoutes } from './routes-keep.tsx'
import { labelRoutes } from './routes-labels.tsx'
import { mockRoutes } from './routes-mocks.tsx'
import { outRoutes } from './routes-out.tsx'
import { recallRoutes } from './routes-recalls.tsx'
import { ruleRoutes } from './routes-rules.tsx'

export const router = createRouter({
  routeTree: root.addChildren([
    ...inRoutes,
    ...outRoutes,
    ...keepRoutes,
    ...ruleRoutes,
    ...recallRoutes,
    ...mockRoutes,
    ...labelRoutes,
  ]),
  defaultPreload: 'intent',
  search: { strict: true }, // what a page does not know stays out of what it asks
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
