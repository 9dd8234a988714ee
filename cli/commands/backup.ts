/**
 * cli/commands/backup.ts — keeping and moving all that an installation holds. The one part of the command line that speaks to no
 * server: it is the server's own program, beside the one that serves.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { exitCodes, Failure } from '../failure.ts'

export function backupCommands(root: Command): void {
  root
    .command('backup <file>')
    .description('keep everything in one file, while others work')
    .option('--account <id>', 'one account alone')
    .action((file: string, { account }: { account?: string }, command: Command) =>
      tend(command, ['backup', file, ...(account ? ['--account', account] : [])]),
    )
  root
    .command('restore <file>')
    .description('make an empty database what a backup holds, and prove it by the verifier')
    .action((file: string, _options: unknown, command: Command) => tend(command, ['restore', file]))
  root
    .command('move-to <url>')
    .description('move the embedded database to a PostgreSQL server of your own; Firstout must be stopped')
    .action((url: string, _options: unknown, command: Command) => tend(command, ['move-to', url]))
}

/** With `DATABASE_URL` set it is about that server, as with `npm start`. */
async function tend(command: Command, args: readonly string[]): Promise<void> {
  const { data } = command.optsWithGlobals<{ data?: string }>()
  const program = fileURLToPath(new URL('./server.mjs', import.meta.url))
  const child = spawn(process.execPath, [program, ...args, ...(data ? ['--data', data] : [])], { stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Failure(exitCodes.unexpected, '')
}
