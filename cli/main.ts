/**
 * cli/main.ts — the command line: puts the commands together, and turns every end into words and an exit code.
 */
import { Command, CommanderError } from 'commander'
import { alertCommands } from './commands/alerts.ts'
import { backupCommands } from './commands/backup.ts'
import { batchCommands } from './commands/batches.ts'
import { binCommands } from './commands/bins.ts'
import { cancelShipmentCommand } from './commands/cancel-shipment.ts'
import { countCommands } from './commands/counts.ts'
import { deliveryCommands } from './commands/delivery.ts'
import { disposalCommands } from './commands/disposals.ts'
import { exportCommands } from './commands/export.ts'
import { holdCommands } from './commands/hold.ts'
import { identifyCommands } from './commands/identify.ts'
import { importCommands } from './commands/import.ts'
import { keyCommands } from './commands/keys.ts'
import { labelCommands } from './commands/labels.ts'
import { makeCommands } from './commands/make.ts'
import { openBoxCommand } from './commands/open-box.ts'
import { openedCommands } from './commands/opened.ts'
import { orderCommands } from './commands/order.ts'
import { packCommand } from './commands/pack.ts'
import { poolsCommands } from './commands/pools.ts'
import { productCommands } from './commands/products.ts'
import { putawayCommands } from './commands/putaway.ts'
import { recallCommands } from './commands/recalls.ts'
import { receiveCommand } from './commands/receive.ts'
import { repairCommands } from './commands/repair.ts'
import { returnCommands } from './commands/returns.ts'
import { rulesCommands } from './commands/rules.ts'
import { sampleCommands } from './commands/samples.ts'
import { scanCommand } from './commands/scan.ts'
import { sealCommands } from './commands/seal.ts'
import { shipCommand } from './commands/ship.ts'
import { soldOnCommand } from './commands/sold-on.ts'
import { stockCommand } from './commands/stock.ts'
import { toSettleCommand } from './commands/to-settle.ts'
import { traceCommand } from './commands/trace.ts'
import { transferCommands } from './commands/transfers.ts'
import { verifyCommand } from './commands/verify.ts'
import { warehouseCommands } from './commands/warehouses.ts'
import { waveCommands } from './commands/waves.ts'
import { zoneCommands } from './commands/zones.ts'
import { exitCodes, Failure } from './failure.ts'
import manifest from './package.json' with { type: 'json' }
import { takesConnection } from './session.ts'

const exits = `
Exit codes: 0 done, 1 unexpected, 2 wrong use, 3 refused, 4 not reachable or not signed in,
5 the verifier found differences, 130 stopped by Ctrl-C.`

const commands = [
  warehouseCommands,
  productCommands,
  batchCommands,
  repairCommands,
  stockCommand,
  binCommands,
  zoneCommands,
  receiveCommand,
  makeCommands,
  putawayCommands,
  openBoxCommand,
  orderCommands,
  waveCommands,
  packCommand,
  shipCommand,
  cancelShipmentCommand,
  transferCommands,
  disposalCommands,
  returnCommands,
  countCommands,
  soldOnCommand,
  sampleCommands,
  labelCommands,
  openedCommands,
  identifyCommands,
  holdCommands,
  rulesCommands,
  poolsCommands,
  deliveryCommands,
  traceCommand,
  recallCommands,
  toSettleCommand,
  alertCommands,
  scanCommand,
  importCommands,
  exportCommands,
  verifyCommand,
  sealCommands,
  keyCommands,
  backupCommands,
]

export function program(): Command {
  const root = takesConnection(new Command('firstout'))
    .description('Batch inventory from the command line. Speaks to a Firstout server over HTTP.')
    .version(manifest.version, '--version', 'the version of the command line')
    .addHelpText('after', exits)
  for (const add of commands) add(root)
  prepare(root)
  return root
}

/** Connection options on every leaf; usage errors are thrown, so that they get the exit code of wrong use. */
function prepare(command: Command): void {
  command.exitOverride().configureHelp({ showGlobalOptions: false })
  for (const child of command.commands) {
    if (child.commands.length === 0) takesConnection(child)
    child.copyInheritedSettings(command)
    prepare(child)
  }
}

async function main(): Promise<void> {
  try {
    await program().parseAsync(process.argv)
  } catch (error) {
    process.exitCode = ending(error)
  }
}

function ending(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse
  const failure =
    error instanceof Failure
      ? error
      : new Failure(exitCodes.unexpected, error instanceof Error ? (error.stack ?? error.message) : String(error))
  if (failure.message !== '') process.stderr.write(`${failure.message}\n`)
  if (process.argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ error: failure.problem ?? { detail: failure.message } })}\n`)
  return failure.exitCode
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe has seen enough, as `head` does.
  process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.unexpected)
})
await main()
