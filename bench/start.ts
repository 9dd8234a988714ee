/**
 * bench/start.ts — from launch to ready, on a data folder that is already there.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Results } from './allocate.ts'
import { median } from './measure.ts'

const server = fileURLToPath(new URL('../dist/server.mjs', import.meta.url))

/** The first launch makes the folder and does not count. */
export async function startWarm(launches: number): Promise<Results> {
  const dataDir = await mkdtemp(join(tmpdir(), 'firstout-start-'))
  await chmod(dataDir, 0o755) // as root, PostgreSQL runs as another user, who must get in
  const taken: number[] = []
  for (let time = 0; time <= launches; time += 1) taken.push(await launch(dataDir))
  await rm(dataDir, { recursive: true, force: true })
  const [, ...warm] = taken
  return { 'start.warm': { milliseconds: median(warm) } }
}

/** Milliseconds until it says that it is ready; then it is stopped. */
async function launch(dataDir: string): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, [server, '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const chunk of child.stdout) if (String(chunk).includes('Firstout is ready')) break
  const ready = performance.now() - start
  child.kill('SIGTERM')
  await once(child, 'exit')
  return ready
}
