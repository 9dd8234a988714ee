/**
 * server/platform/http/status.ts — whether the process lives, whether it can serve, and its figures.
 */
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { House } from './house.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const hidden = { schema: { hide: true } as never }

/** `notReady` names what besides the database is missing, or null. */
export function statusRoutes({ http, database, identify }: House, notReady: () => string | null): void {
  http.get('/healthz', hidden, async () => ({ status: 'ok' }))
  http.get('/readyz', hidden, async (_request, reply) => {
    const missing = [notReady(), await databaseProblem(database.open)].filter((problem) => problem !== null)
    void reply.code(missing.length > 0 ? 503 : 200)
    return { ready: missing.length === 0, missing }
  })
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'firstout_http_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  http.addHook('onResponse', async (request, reply) => {
    seconds.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    )
  })
  http.get('/metrics', hidden, async (request, reply) => {
    if (!loopback.has(request.ip)) await identify(request)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

async function databaseProblem(open: House['database']['open']): Promise<string | null> {
  try {
    await Promise.race([
      open`select 1`,
      new Promise((_, reject) => setTimeout(() => reject(new Error('slow')), 2000).unref()),
    ])
    return null
  } catch {
    return 'the database does not answer'
  }
}
