/**
 * web/worker/worker-scope.ts — what a service worker sees around it, as far as ours uses it: the types of pages and of workers cannot be loaded
 * into one program.
 */
type Lasting = Readonly<{ waitUntil(work: Promise<unknown>): void }>
type Asked = Readonly<{ request: Request; respondWith(answer: Promise<Response>): void }>

export type WorkerScope = Readonly<{
  location: Location
  clients: Readonly<{ claim(): Promise<void> }>
  skipWaiting(): Promise<void>
  addEventListener(name: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(name: 'fetch', listener: (event: Asked) => void): void
}>
