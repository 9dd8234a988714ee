/**
 * web/worker/sw.ts — the service worker: keeps the app of this build on the device, so that it opens without network.
 *
 * Answers of the API are never kept. A new build takes over at once and does no harm to tabs of the one before: what they still load is kept
 * under names of its own for as long as that build is the last but one.
 */
import type { WorkerScope } from './worker-scope.ts'

/** Written by the build (web/kept-build.ts). `version` changes with any of the files, `entry` is the script that the page names. */
declare const firstoutBuild: Readonly<{ version: string; entry: string; files: readonly string[] }>

const worker = globalThis as unknown as WorkerScope
const { version, entry, files } = firstoutBuild
/** The page reads the entry from the name, and knows by it whether it is of this build. */
const ownCache = `firstout ${version} ${entry}`
const shell = '/index.html'
const kept = new Set(files)
/** What the server answers itself, also where somebody opens it as a page. */
const notOurs = /^\/(v1|docs|healthz|readyz|metrics)(\/|$)/
/** Nobody waits longer for a network that swallows everything. */
const patienceMs = 3_000
/** So many at once that the page's own requests still find a connection. */
const widthMax = 3

worker.addEventListener('install', (event) => event.waitUntil(keepBuild().then(() => worker.skipWaiting())))
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => worker.clients.claim())))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin || notOurs.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(hashed(request))
  else if (kept.has(pathname)) event.respondWith(fixed(request, pathname))
})

/** All of the build or nothing: where a file is missing, the browser tries again at the next visit. */
async function keepBuild(): Promise<void> {
  await caches.delete(ownCache)
  const cache = await caches.open(ownCache)
  const waiting = files.values()
  const turn = async () => {
    for (const file of waiting) await cache.put(file, await fetched(file))
  }
  try {
    await Promise.all(Array.from({ length: widthMax }, turn))
  } catch (error) {
    await caches.delete(ownCache)
    throw error
  }
}

async function fetched(file: string): Promise<Response> {
  const isHashed = file.startsWith('/assets/')
  const before = isHashed ? await caches.match(file) : undefined
  const answer = before ?? (await fetch(file, isHashed ? {} : { cache: 'no-cache' }))
  if (!answer.ok) throw new Error(`${file} answers ${answer.status}`)
  // The server may have got a newer build since it answered with this worker.
  if (file === shell && !(await answer.clone().text()).includes(entry)) throw new Error('the page is of another build')
  return answer
}

/** This build and the one before it stay. */
async function forgetOlder(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith('firstout ') && name !== ownCache)
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
}

/** From the network, which has the newest; from the device where that does not answer. */
async function page(request: Request): Promise<Response> {
  const asked = fetch(request)
  const answer = await Promise.race([asked, afterPatience()]).catch(() => null)
  if (answer && answer.status < 500) return answer
  return (await caches.match(shell, { cacheName: ownCache })) ?? asked
}

const afterPatience = () => new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null))

/** Of whichever build: its name says what is in it. */
const hashed = async (request: Request) => (await caches.match(request)) ?? fetch(request)

const fixed = async (request: Request, pathname: string) =>
  (await caches.match(pathname, { cacheName: ownCache })) ?? fetch(request)
