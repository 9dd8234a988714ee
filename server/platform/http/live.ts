/**
 * server/platform/http/live.ts — server-sent events that say "something changed, read again". Pages also poll, so a
 * broken stream costs freshness for seconds, never truth. It ends with the key or session that opened it.
 */
import { Refusal } from '../refusal.ts'
import type { House } from './house.ts'
import { own } from './house.ts'
import { Type } from './schema.ts'

const heartbeatMs = 20_000

export function liveRoutes(house: House): void {
  own(
    house,
    'GET',
    {
      url: '/v1/changes',
      needs: 'look',
      tells: 'Server-sent events: a line whenever something of the account changed',
      tag: 'live',
      answer: Type.Any(),
    },
    async ({ act, request, reply }) => {
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      raw.write('event: hello\ndata: {}\n\n')
      const stop = house.changes.listen(act.accountId, () => raw.write('event: change\ndata: {}\n\n'))
      const beat = setInterval(() => {
        if (request.raw.destroyed) return
        house.identify(request).then(
          ({ role }) => (house.allows(role, 'look') ? raw.write('event: beat\ndata: still here\n\n') : raw.end()),
          (error: unknown) => (error instanceof Refusal ? raw.end() : undefined),
        )
      }, heartbeatMs)
      request.raw.on('close', () => {
        clearInterval(beat)
        stop()
      })
    },
  )
}
