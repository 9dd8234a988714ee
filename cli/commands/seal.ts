import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Command } from 'commander'
import type { Api } from '../api.ts'
import { wrongUse } from '../failure.ts'
import { positive } from '../options.ts'
import { save } from '../save.ts'
import { sessionOf } from '../session.ts'

type Proof = Readonly<{
  id: string
  endedAt: string | null
  blocks: number
  facts: number
  waiting: number
  head: string
  found: number
  findings: readonly Readonly<{ message: string }>[]
}>
type State = Readonly<{
  blocks: number
  facts: number
  head: string | null
  lookedAt: string | null
  waiting: number
  lastVerification: Proof | null
}>

export function sealCommands(root: Command): void {
  const seal = root
    .command('seal')
    .description('How far what was recorded is sealed, and files that prove it elsewhere')
  seal
    .command('show', { isDefault: true })
    .description('how many facts are sealed and until when, and what the last verification found')
    .action(async (_options: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const state = await api.get<State>('/v1/seal')
      answer(state, () => stateText(state))
    })
  seal
    .command('checkpoint')
    .description('the hash of the last block, to be kept where nobody here can change it')
    .option('--block <number>', 'of an earlier one', positive)
    .option('--out <file>', 'write to this file')
    .action(async ({ block, out }: { block?: number; out?: string }, command: Command) => {
      const { api } = sessionOf(command)
      const response = await api.download('/v1/seal/checkpoint', { block })
      await save(Readable.from([await response.text()]), out)
    })
  seal
    .command('export')
    .description('all blocks and facts as JSON lines, for the verifier that stands alone')
    .option('--out <file>', 'write to this file')
    .action(async ({ out }: { out?: string }, command: Command) => {
      await save(Readable.from(linesOf(sessionOf(command).api)), out)
    })
}

/** A block a line; a few of them are held at once, however many there are. */
async function* linesOf(api: Api): AsyncGenerator<string> {
  let cursor: string | undefined
  do {
    const page: { items: readonly unknown[]; next: string | null } = await api.get('/v1/seal/blocks', { cursor })
    for (const block of page.items) yield `${JSON.stringify(block)}\n`
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
}

const many = (count: number, name: string) => `${count.toLocaleString('en-US')} ${name}${count === 1 ? '' : 's'}`

function stateText({ blocks, facts, head, lookedAt, waiting, lastVerification: last }: State): string {
  const sealed =
    head === null
      ? 'Nothing is sealed yet.'
      : `${many(facts, 'fact')} in ${many(blocks, 'block')}, sealed until ${lookedAt}.`
  const verified = last?.endedAt ? `Verified at ${last.endedAt}: ${resultText(last)}.` : 'Not verified yet.'
  return [sealed, `${many(waiting, 'fact')} waiting.`, ...(head === null ? [] : [`Head: ${head}`]), verified].join('\n')
}

const resultText = ({ found }: Proof) => (found === 0 ? 'everything is as it was sealed' : `${found} wrong`)

/** Reads what `seal checkpoint` wrote; the server judges what is in it. */
export function readCheckpoint(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw wrongUse(`${path} is not a checkpoint: it cannot be read as JSON.`)
  }
}

const askAgainMs = 250

/** Asks for a walk along the whole chain, and waits for its end. */
export async function sealProof(api: Api, checkpoint: unknown): Promise<Proof> {
  const { id } = await api.send<Proof>('POST', '/v1/seal/verifications', checkpoint === null ? {} : { checkpoint })
  for (;;) {
    const proof = await api.get<Proof>(`/v1/seal/verifications/${id}`)
    if (proof.endedAt !== null) return proof
    await pause(askAgainMs)
  }
}

export function sealProofText(proof: Proof): string {
  const { blocks, facts, waiting, findings, head } = proof
  const scope = `Read ${many(facts, 'fact')} in ${many(blocks, 'block')} again, ${waiting.toLocaleString('en-US')} not sealed yet`
  return [`${scope}: ${resultText(proof)}.`, ...findings.map(({ message }) => message), `Head: ${head}`].join('\n')
}
