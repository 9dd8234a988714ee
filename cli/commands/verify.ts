import type { Command } from 'commander'
import { exitCodes } from '../failure.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Verification = Readonly<{
  checked: { balances: number; moves: number; reservations: number; demands: number; serials: number }
  differences: readonly { kind: string; batchId: string | null; expected: number; actual: number; message: string }[]
}>

export function verifyCommand(root: Command): void {
  root
    .command('verify')
    .description('prove that every balance is the sum of its moves; exit code 5 where one is not')
    .action(async (_options: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const found = await api.send<Verification>('POST', '/v1/verifications')
      answer(found, () => verificationText(found))
      if (found.differences.length > 0) process.exitCode = exitCodes.differences
    })
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
