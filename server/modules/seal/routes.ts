/**
 * server/modules/seal/routes.ts — how far an account is sealed, its checkpoints and blocks, and walks along its chain.
 */
import { checkpointFormat } from '#domain/seal.ts'
import type { Db } from '#platform/db.ts'
import {
  download,
  Exactly,
  type House,
  IdParams,
  Page,
  PageQuery,
  pageOf,
  read,
  readCursor,
  Type,
  write,
} from '#platform/http/index.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { exportedBlocks } from './export-blocks.ts'
import { waitingFacts } from './seal-facts.ts'
import { Block, BlockOfList, NewVerification, Seal, Verification } from './shapes.ts'
import { type CheckpointRow, chainOf, checkpointAt, checkpointsBefore, lastVerification } from './store.ts'
import { askVerification, verificationOf } from './verifications.ts'

const tag = 'seal'

export function sealRoutes(house: House): void {
  looking(house)
  taking(house)
  verifying(house)
}

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/seal',
      needs: 'verify',
      tells: 'How far what was recorded is sealed, and what the last verification found',
      tag,
      answer: Seal,
    },
    sealTold,
  )
  read(
    house,
    {
      url: '/v1/seal/checkpoints',
      needs: 'verify',
      tells: 'A checkpoint for each block, the newest first',
      tag,
      query: Exactly(PageQuery),
      answer: Page(BlockOfList),
    },
    async (db, { query: { cursor, limit = 100 } }) => {
      const rows = await checkpointsBefore(db, numberOf(cursor), limit + 1)
      return pageOf(rows.map(told(db)), limit, ({ block }) => [block])
    },
  )
}

async function sealTold(db: Db) {
  const [[chain], waiting, [last]] = await Promise.all([chainOf(db), waitingFacts(db), lastVerification(db)])
  const { blocks = 0, facts = 0, head, lookedAt = null, completeTo = null } = chain ?? {}
  return {
    blocks,
    facts,
    head: blocks > 0 ? (head?.toString('hex') ?? null) : null,
    lookedAt,
    completeTo,
    waiting,
    lastVerification: last ?? null,
  }
}

const told =
  ({ act }: Db) =>
  ({ tableName: table, ...row }: CheckpointRow) =>
    ({ format: checkpointFormat, account: act.accountId, ...row, table }) as const

const numberOf = (cursor: string | undefined): number | null => {
  const [number] = readCursor(cursor, 1) ?? []
  return Number.isSafeInteger(number) ? Number(number) : null
}

/** What is kept, or verified, elsewhere. */
function taking(house: House): void {
  download(
    house,
    {
      url: '/v1/seal/checkpoint',
      needs: 'verify',
      tells: 'A checkpoint to be kept elsewhere: of the last block, or of one before',
      tag,
      query: Exactly({ block: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })) }),
    },
    async (db, { query }) => {
      const [row] =
        query.block === undefined ? await checkpointsBefore(db, null, 1) : await checkpointAt(db, query.block)
      if (!row) throw new Refusal('not_found', { kind: 'block', id: String(query.block ?? 1) })
      const { table: _, facts: __, ...checkpoint } = told(db)(row)
      return {
        type: 'application/json; charset=utf-8',
        name: `firstout-checkpoint-${row.block}.json`,
        content: Buffer.from(`${JSON.stringify(checkpoint, null, 2)}\n`),
      }
    },
  )
  read(
    house,
    {
      url: '/v1/seal/blocks',
      needs: 'read audit',
      tells:
        'Blocks with all facts in them, from the first on: each is a line of the file that the stand-alone verifier reads',
      tag,
      query: Exactly({ ...PageQuery, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 10 })) }),
      answer: Page(Block),
    },
    async (db, { query: { cursor, limit = 10 } }) =>
      pageOf(await exportedBlocks(db, numberOf(cursor) ?? 0, limit + 1), limit, ({ block }) => [block]),
  )
}

function verifying(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/seal/verifications',
      needs: 'verify',
      tells: 'Have the whole chain walked and every sealed fact read again; done in the background',
      tag,
      body: NewVerification,
      answer: Verification,
      status: 201,
    },
    async (tx, { body: { id = newId(), checkpoint = null } }) => {
      await askVerification(tx, { id, checkpoint })
      return verificationOf(tx, id)
    },
  )
  read(
    house,
    {
      url: '/v1/seal/verifications/:id',
      needs: 'verify',
      tells: 'What a verification found, once it has ended',
      tag,
      params: IdParams(),
      answer: Verification,
    },
    (db, { params: { id } }) => verificationOf(db, id),
  )
}
