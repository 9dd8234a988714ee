/**
 * cli/commands/backup.ts — keeping and moving all that an installation holds.
 */
import type { Command } from 'commander'
import { tend } from '../tend.ts'

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
