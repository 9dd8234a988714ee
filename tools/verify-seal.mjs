#!/usr/bin/env node
/**
 * tools/verify-seal.mjs — verifies an exported seal without Firstout and without its database: this one file and Node are all it takes.
 *
 *     node verify-seal.mjs seal.jsonl [--checkpoint firstout-checkpoint-12.json …]
 *
 * Exit code 0: everything is as it was sealed; 5: something is not, and each is named; 2: the file is not an export. What is hashed
 * is written down in docs/seal.md, so that you can write your own. Each line is read by itself, however long the file.
 */
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const sha256 = (content) => createHash('sha256').update(content)
const noHash = '0'.repeat(64)

const [path, ...rest] = process.argv.slice(2)
const checkpointPaths = rest.filter((word) => word !== '--checkpoint')
if (path === undefined || path.startsWith('--') || rest.length !== checkpointPaths.length * 2)
  leave(2, 'Use: node verify-seal.mjs seal.jsonl [--checkpoint file …]')

const say = (line) => process.stdout.write(`${line}\n`)
let found = 0
const note = (line) => {
  found += 1
  say(line)
}

const before = { account: null, block: 0, hash: noHash, facts: 0 }
const checkpoints = new Map(checkpointPaths.map((one) => [one, parsed(contentOf(one), one)]))
const passed = new Set()

let lineNo = 0
const input = createReadStream(path).on('error', ({ message }) => leave(2, message))
for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
  lineNo += 1
  if (line !== '') walkBlock(parsed(line, `line ${lineNo}`))
}
if (before.block === 0 && found === 0) leave(2, `${path} holds no block: nothing was verified.`)
for (const [one, { block, at }] of checkpoints)
  if (!passed.has(one)) note(`${one}: block ${block} of ${at} is another one now, or gone. The chain was written anew.`)
say(
  `${before.block} blocks, ${before.facts} facts, head ${before.hash}: ${found === 0 ? 'as they were sealed' : `${found} wrong`}.`,
)
process.exitCode = found === 0 ? 0 : 5

function walkBlock(block) {
  if (![block?.facts, block?.leaves, block?.columns].every(Array.isArray)) leave(2, `Line ${lineNo} is not a block.`)
  const { account, block: number, at, hash } = block
  const where = `Block ${number}, sealed at ${at}`
  before.account ??= account
  if (account !== before.account) note(`${where}: is of another account, ${account}.`)
  if (number !== before.block + 1) note(`${where}: follows block ${before.block}. What is between them is missing.`)
  else if (block.previous !== before.hash) note(`${where}: does not follow block ${before.block} as it is here.`)
  if (blockHash(block) !== hash) note(`${where}: the block itself was changed.`)
  if (block.facts.length !== block.leaves.length) note(`${where}: has not as many facts as were sealed.`)
  for (const [index, leaf] of block.leaves.entries()) checkFact({ where, block, index, leaf })
  for (const [one, kept] of checkpoints)
    if (kept.account === account && kept.block === number && kept.hash === hash) passed.add(one)
  Object.assign(before, { block: number, hash, facts: before.facts + block.leaves.length })
}

function blockHash({ account, block, previous, at, completeTo, table, columns, leaves }) {
  const all = sha256(Buffer.from(leaves.join(''), 'hex')).digest('hex')
  const lines = [account, block, previous, at, completeTo ?? '-', table, columns.join(','), leaves.length, all]
  return sha256(['firstout seal 1', ...lines].join('\n')).digest('hex')
}

function checkFact({ where, block: { table, facts }, index, leaf }) {
  const fact = facts[index]
  const row = `${where}: row ${nameOf(fact)} (number ${index + 1} of the block) of ${table}`
  if (fact === null || fact === undefined) note(`${row} is gone.`)
  else if (sha256(fact).digest('hex') !== leaf) note(`${row} was changed. It is now: ${fact}`)
}

/** By its id, where it is there and has one. */
function nameOf(fact) {
  try {
    const { row } = JSON.parse(fact)
    return row.id ?? Object.values(row)[1]
  } catch {
    return '?'
  }
}

function contentOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch ({ message }) {
    return leave(2, message)
  }
}

function parsed(text, name) {
  try {
    return JSON.parse(text)
  } catch {
    return leave(2, `${name} is not JSON.`)
  }
}

function leave(code, line) {
  process.stderr.write(`${line}\n`)
  process.exit(code)
}
