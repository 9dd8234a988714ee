/**
 * server/platform/http/web.ts — the built web app, from the same port as the API. Unknown addresses that a person opens
 * get the app, which knows its own pages.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

export async function webRoutes(http: FastifyInstance, root: URL): Promise<void> {
  const folder = fileURLToPath(root)
  if (!existsSync(folder)) return
  const hashed = join(folder, 'assets/')
  await http.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', path.startsWith(hashed) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  http.get('/*', { schema: { hide: true } as never }, (request, reply) => {
    const { url } = request
    if (url.startsWith('/v1/') || url.startsWith('/assets/')) return reply.callNotFound()
    // The pages on which customers answer, or look up a batch: no search engine lists them.
    if (url.startsWith('/answer') || url.startsWith('/b/')) void reply.header('x-robots-tag', 'noindex, nofollow')
    return reply.sendFile('index.html')
  })
}
