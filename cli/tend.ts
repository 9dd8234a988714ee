/**
 * cli/tend.ts — runs the server's own program, beside the one that serves: the one part of the command line that speaks to no server.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { exitCodes, Failure } from './failure.ts'

/** With `DATABASE_URL` set it is about that server, as with `npm start`. */
export async function tend(command: Command, args: readonly string[]): Promise<void> {
  const { data } = command.optsWithGlobals<{ data?: string }>()
  const program = fileURLToPath(new URL('./server.mjs', import.meta.url))
  const child = spawn(process.execPath, [program, ...args, ...(data ? ['--data', data] : [])], { stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Failure(code ?? exitCodes.unexpected, '')
}
