/**
 * bench/serve.ts — the server as it is, in a process of its own, on the database named in BENCH_TARGET; tells its parent
 * where it listens and, when asked, how much memory it holds.
 */
import { openApp } from '../server/app.ts'
import { systemClock } from '../server/platform/clock.ts'
import { openLog } from '../server/platform/log.ts'

const app = await openApp({
  target: JSON.parse(process.env.BENCH_TARGET ?? '{}'),
  clock: systemClock,
  log: openLog('warn'),
  connectionsMax: 20,
  preparedStatements: true,
  works: true,
  webRoot: null,
})
const address = await app.http.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ address })
process.on('message', (message) => {
  if (message === 'memory') process.send?.({ residentBytes: process.memoryUsage().rss })
  if (message === 'stop') void app.close().then(() => process.exit(0))
})
