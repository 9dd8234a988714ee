import type { Command } from 'commander'
import { exitCodes, wrongUse } from '../failure.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'
import { tend } from '../tend.ts'
import { readCheckpoint, sealProof, sealProofText } from './seal.ts'

type Verification = Readonly<{
  checked: { balances: number; moves: number; reservations: number; demands: number; serials: number }
  differences: readonly { kind: string; batchId: string | null; expected: number; actual: number; message: string }[]
}>
type Options = Readonly<{ seal?: true; checkpoint?: string; here?: true; account?: string }>

export function verifyCommand(root: Command): void {
  root
    .command('verify')
    .description('prove that every balance is the sum of its moves; exit code 5 where one is not')
    .option('--seal', 'prove that what was recorded was not changed, taken out or slipped in since')
    .option('--checkpoint <file>', 'with --seal: hold the chain against a checkpoint that was kept')
    .option('--here', 'with --seal: all accounts of this machine, without a server to speak to')
    .option('--account <id>', 'with --here: one account alone')
    .action((options: Options, command: Command) => {
      if (options.here && options.seal) return verifyHere(options, command)
      if (options.here || options.account !== undefined)
        throw wrongUse('--here goes with --seal, and --account with --here.')
      if (options.seal) return verifySeal(options, command)
      if (options.checkpoint !== undefined) throw wrongUse('--checkpoint goes with --seal.')
      return verifyStock(command)
    })
}

async function verifyStock(command: Command): Promise<void> {
  const { api, answer } = sessionOf(command)
  const found = await api.send<Verification>('POST', '/v1/verifications')
  answer(found, () => verificationText(found))
  if (found.differences.length > 0) process.exitCode = exitCodes.differences
}

async function verifySeal({ checkpoint }: Options, command: Command): Promise<void> {
  const { api, answer } = sessionOf(command)
  const proof = await sealProof(api, checkpoint === undefined ? null : readCheckpoint(checkpoint))
  answer(proof, () => sealProofText(proof))
  if (proof.found !== 0) process.exitCode = exitCodes.differences
}

async function verifyHere({ checkpoint, account }: Options, command: Command): Promise<void> {
  if (checkpoint !== undefined) throw wrongUse('A checkpoint is of one account: ask its server, without --here.')
  await tend(command, ['verify-seal', ...(account === undefined ? [] : ['--account', account])])
}

function verificationText({ checked, differences }: Verification): string {
  const { balances, moves, reservations, demands, serials } = checked
  const count = (many: number, name: string) => `${many.toLocaleString('en-US')} ${name}`
  const scope = `${count(balances, 'balances')}, ${count(moves, 'moves')}, ${count(reservations, 'reservations')}, ${count(demands, 'order lines')}, ${count(serials, 'serials')}`
  if (differences.length === 0) return `Checked ${scope}: 0 differences.`
  return `Checked ${scope}: ${differences.length} differences.\n${table(differences, [
    { title: 'Kind', of: ({ kind }) => kind },
    { title: 'Expected', of: ({ expected }) => expected },
    { title: 'Actual', of: ({ actual }) => actual },
    { title: 'What', of: ({ message }) => message },
    { title: 'Batch', of: ({ batchId }) => batchId },
  ])}`
}
