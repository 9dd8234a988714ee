/**
 * server/modules/seal/check-block.ts — what of a block is not as it was sealed: the block itself, or a fact in it.
 */
import type { FindingKind } from '#domain/seal.ts'
import type { Fact } from './facts.ts'
import { blockHash, leafAt, sha256 } from './hashes.ts'
import type { BlockRow, Finding } from './store.ts'

type Beside = Readonly<{ before: Readonly<{ number: number; hash: string }>; facts: readonly (Fact | null)[] }>

/** `facts` as they are now, in the order of the block's keys; null: gone. */
export function checkBlock(accountId: string, block: BlockRow, { before, facts }: Beside): Finding[] {
  return [...brokenChain(accountId, block, before), ...changedFacts(block, facts)]
}

const of = ({ number: block, at }: BlockRow, kind: FindingKind, message: string): Finding => ({
  kind,
  block,
  at,
  table: null,
  row: null,
  message: `${message} Block ${block} was sealed at ${at}.`,
})

function brokenChain(accountId: string, block: BlockRow, before: Beside['before']): Finding[] {
  const { number, at, completeTo, tableName, columns, keys, leaves } = block
  const previous = block.previous.toString('hex')
  const findings: Finding[] = []
  if (number !== before.number + 1)
    findings.push(of(block, 'missing', `Between block ${before.number} and block ${number} one or more are gone.`))
  else if (previous !== before.hash)
    findings.push(of(block, 'chain', `Block ${number} does not follow block ${before.number} as it is now.`))
  const hash = blockHash({
    accountId,
    number,
    previous,
    at,
    completeTo,
    table: tableName,
    columns,
    facts: keys.length,
    leaves,
  })
  if (!hash.equals(block.hash)) findings.push(of(block, 'block', `Block ${number} itself was changed.`))
  return findings
}

function changedFacts(block: BlockRow, facts: readonly (Fact | null)[]): Finding[] {
  const { tableName: table, keys, leaves, completeTo } = block
  let sealed: Set<string> | null = null
  const isElsewhere = (leaf: string) => {
    sealed ??= new Set(keys.map((_, at) => leafAt(leaves, at)))
    return sealed.has(leaf)
  }
  return keys.flatMap((row, at) => {
    const fact = facts[at]
    const told = (kind: FindingKind, what: string) => [
      { ...of(block, kind, `Row ${row} of ${table} ${what}.`), table, row },
    ]
    if (!fact) return told('gone', 'is gone')
    const leaf = sha256(fact.text).toString('hex')
    if (leaf !== leafAt(leaves, at))
      return isElsewhere(leaf) ? told('order', 'stands at another place of its block') : told('changed', 'was changed')
    if (completeTo !== null && fact.recordedAt !== null && Date.parse(fact.recordedAt) < Date.parse(completeTo))
      return told(
        'late',
        `says that it was recorded at ${fact.recordedAt}, when all until ${completeTo} was sealed already`,
      )
    return []
  })
}
