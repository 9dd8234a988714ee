import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { webRoutes } from './web.ts'

test('only what has its hash in its name is kept for good, whatever the folder above the app is called', async () => {
  const above = await mkdtemp(join(tmpdir(), 'firstout-web-'))
  const root = join(above, 'assets', 'web')
  await mkdir(join(root, 'assets'), { recursive: true })
  for (const name of ['index.html', 'sw.js', 'assets/index-A.js']) await writeFile(join(root, name), '')
  const http = fastify()
  await webRoutes(http, pathToFileURL(`${root}/`))
  const cacheOf = async (url: string) => (await http.inject({ url })).headers['cache-control']
  expect(await cacheOf('/assets/index-A.js')).toBe('public, max-age=31536000, immutable')
  for (const url of ['/', '/index.html', '/sw.js', '/pick']) expect(await cacheOf(url), url).toBe('no-cache')
  expect((await http.inject({ url: '/assets/index-OLD.js' })).statusCode).toBe(404)
  await http.close()
  await rm(above, { recursive: true })
})
