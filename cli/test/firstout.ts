/**
 * cli/test/firstout.ts — runs the command line as its users do, in a process of its own.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { World } from '../../server/test/world.ts'

const bin = fileURLToPath(new URL('../firstout.mjs', import.meta.url))

export type Ended = Readonly<{ code: number | null; stdout: string; stderr: string }>
export type Running = Readonly<{ ended: Promise<Ended>; kill(signal: 'SIGINT' | 'SIGKILL'): void }>
export type Place = Readonly<{ url: string; key: string }>

/** Where a world listens from now on, and the key of its owner. */
export const listening = async ({ app, key }: World): Promise<Place> => ({
  url: await app.http.listen({ host: '127.0.0.1', port: 0 }),
  key,
})

/** `onStderr` is given all of it so far, whenever there is more. */
export function start(
  { url, key }: Place,
  args: readonly string[],
  onStderr: (text: string, running: Pick<Running, 'kill'>) => void = () => {},
): Running {
  const env = { ...process.env, FIRSTOUT_URL: url, FIRSTOUT_KEY: key }
  const child = spawn(process.execPath, [bin, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const kill = (signal: 'SIGINT' | 'SIGKILL') => void child.kill(signal)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    onStderr(stderr, { kill })
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
  return { ended, kill }
}

export const firstout = (place: Place, ...args: string[]): Promise<Ended> => start(place, args).ended

/** The one JSON document that a command with --json answers. */
// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the tests, not by the compiler
export async function json(place: Place, ...args: string[]): Promise<any> {
  const { code, stdout, stderr } = await firstout(place, ...args, '--json')
  if (code !== 0) throw new Error(`firstout ${args.join(' ')} ended with ${code}: ${stderr}${stdout}`)
  return JSON.parse(stdout)
}
