/**
 * web/app/router.tsx — every address of the app and what it shows. Pages are loaded when first opened.
 */
import { createRouter } from '@tanstack/react-router'
import { root } from './root.tsx'
import { inRoutes } from './routes-in.tsx'
import { keepRoutes } from './routes-keep.tsx'
import { outRoutes } from './routes-out.tsx'

export const router = createRouter({
  routeTree: root.addChildren([...inRoutes, ...outRoutes, ...keepRoutes]),
  defaultPreload: 'intent',
  search: { strict: true }, // what a page does not know stays out of what it asks
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
