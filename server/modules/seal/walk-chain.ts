/**
 * server/modules/seal/walk-chain.ts — walks a chain from its first block on, reads each fact again, and names what is not as it was sealed. Reads one
 * snapshot, a few blocks at a time.
 */
import { type Checkpoint, type FindingKind, noHash } from '#domain/seal.ts'
import type { Db } from '#platform/db.ts'
import { checkBlock } from './check-block.ts'
import { type FactTable, factsOf, factTables, lookAt, type Start, startAfter } from './facts.ts'
import { type BlockRow, blocksAfter, type ChainRow, chainOf, type Finding, type Walked } from './store.ts'

/** Kept of what was found; all of it is counted. */
const findingsMax = 200
const blocksAtOnce = 10

/** By table: how many facts the blocks hold, and how many of them are gone. */
type Sealed = Map<string, { facts: number; gone: number }>
type Walk = {
  blocks: number
  facts: number
  head: string
  sealed: Sealed
  found: number
  findings: Finding[]
}

export async function walkChain(db: Db, checkpoint: Checkpoint | null): Promise<Walked> {
  const [tables, [chain]] = await Promise.all([factTables(db), chainOf(db)])
  const walk: Walk = { blocks: 0, facts: 0, head: noHash, sealed: new Map(), found: 0, findings: [] }
  const byName = new Map(tables.map((table) => [table.name, table]))
  let passed = checkpoint === null
  for await (const block of allBlocks(db)) {
    await walkBlock(db, walk, { block, table: byName.get(block.tableName) })
    if (checkpoint?.block === block.number) passed = checkpoint.hash === block.hash.toString('hex')
  }
  if (checkpoint && !passed) note(walk, [notAsKept(checkpoint)])
  note(walk, wrongEnd(walk, chain))
  let waiting = 0
  for (const table of tables) waiting += await walkTable(db, walk, { table, completeTo: chain?.completeTo ?? null })
  const { sealed: _, ...walked } = walk
  return { ...walked, waiting }
}

async function* allBlocks(db: Db): AsyncGenerator<BlockRow> {
  let after = 0
  for (;;) {
    const blocks = await blocksAfter(db, after, blocksAtOnce)
    yield* blocks
    after = blocks.at(-1)?.number ?? after
    if (blocks.length < blocksAtOnce) return
  }
}

function note(walk: Walk, findings: readonly Finding[]): void {
  walk.found += findings.length
  walk.findings.push(...findings.slice(0, Math.max(0, findingsMax - walk.findings.length)))
}

async function walkBlock(
  db: Db,
  walk: Walk,
  { block, table }: { block: BlockRow; table: FactTable | undefined },
): Promise<void> {
  const facts = table ? await factsOf(db, table, block) : block.keys.map(() => null)
  const before = { number: walk.blocks, hash: walk.head }
  note(walk, checkBlock(db.act.accountId, block, { before, facts }))
  const sealed = walk.sealed.get(block.tableName) ?? { facts: 0, gone: 0 }
  walk.sealed.set(block.tableName, {
    facts: sealed.facts + facts.length,
    gone: sealed.gone + facts.filter((fact) => fact === null).length,
  })
  walk.blocks = block.number
  walk.facts += block.keys.length
  walk.head = block.hash.toString('hex')
}

const ofChain = (kind: FindingKind, message: string): Finding => ({
  kind,
  block: null,
  at: null,
  table: null,
  row: null,
  message,
})

const notAsKept = ({ block, hash, at }: Checkpoint): Finding => ({
  ...ofChain(
    'checkpoint',
    `Block ${block} of ${at} had the hash ${hash} when the checkpoint was taken. It is another one now, or gone: the chain was written anew.`,
  ),
  block,
  at,
})

function wrongEnd({ blocks, head }: Walk, chain: ChainRow | undefined): Finding[] {
  const told = { blocks: chain?.blocks ?? 0, head: chain?.head.toString('hex') ?? noHash }
  if (told.blocks === blocks && told.head === head) return []
  return [ofChain('end', `The chain ends with block ${blocks}, but block ${told.blocks} was made last.`)]
}

type Certain = Readonly<{ table: FactTable; completeTo: string | null }>

/** What no block holds waits, or was slipped in where all was sealed. Answers with how many there are. */
async function walkTable(db: Db, walk: Walk, { table, completeTo }: Certain): Promise<number> {
  let seen = 0
  let waiting = 0
  let start: Start | undefined = null
  while (start !== undefined) {
    const look = await lookAt(db, table, start)
    seen += look.seen
    waiting += look.unsealed.length
    if (completeTo !== null && look.unsealed.length > 0)
      note(walk, await slippedIn(db, table, { keys: look.unsealed, completeTo }))
    start = startAfter(look)
  }
  const { facts, gone } = walk.sealed.get(table.name) ?? { facts: 0, gone: 0 }
  const twice = facts - gone - (seen - waiting)
  if (twice > 0)
    note(walk, [{ ...ofChain('twice', `${twice} rows of ${table.name} are in two blocks.`), table: table.name }])
  return waiting
}

type Unsealed = Readonly<{ keys: readonly string[]; completeTo: string }>

async function slippedIn(db: Db, table: FactTable, { keys, completeTo }: Unsealed): Promise<Finding[]> {
  if (table.recorded === undefined) return []
  const facts = await factsOf(db, table, { keys, columns: [] })
  return facts.flatMap((fact, at) => {
    const recordedAt = fact?.recordedAt ?? completeTo
    if (Date.parse(recordedAt) >= Date.parse(completeTo)) return []
    const row = keys[at] ?? ''
    const message = `Row ${row} of ${table.name} is in no block, but says that it was recorded at ${recordedAt}. All until ${completeTo} was sealed: it was slipped in.`
    return [{ ...ofChain('slipped_in', message), table: table.name, row }]
  })
}
