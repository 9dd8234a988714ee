import type { Tx } from '#platform/db.ts'
import {
  Choice,
  Exactly,
  gathered,
  type House,
  Id,
  IdParams,
  Page,
  PageQuery,
  pageOf,
  RefParams,
  read,
  readCursor,
  Type,
  write,
} from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { type AnnouncedReturn, announceReturns } from './announce-returns.ts'
import { closeReturn } from './close-return.ts'
import { inspectionRoutes } from './inspection-routes.ts'
import { receiveReturn } from './receive-return.ts'
import { everyReturn, returnByRef } from './return-by-ref.ts'
import { notLookedAt, returnsInFull } from './return-detail.ts'
import { NewReturn, NewReturnReceipt, Return, summary } from './shapes.ts'
import { returnList } from './store.ts'
import type { JudgeTakenIn } from './taken-in.ts'

const tag = 'returns'
/** In the order they were announced in. */
async function justAnnounced(tx: Tx, done: readonly AnnouncedReturn[]) {
  const ids = done.map(({ id }) => id)
  const found = await returnsInFull(tx, await returnList(tx, { ...everyReturn, ids, limit: ids.length }))
  const byId = new Map(found.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? []).map(notLookedAt)
}

export function returnsRoutes(house: House, judge: JudgeTakenIn): void {
  announcing(house)
  takingIn(house, judge)
  inspectionRoutes(house, judge)
}

function announcing(house: House): void {
  gathered(house, {
    url: '/v1/returns',
    needs: 'return',
    tells: 'Announce goods that come back; they are dealt with when they are here',
    tag,
    body: NewReturn,
    answer: Return,
    bulk: {
      field: 'returns',
      tells: 'Announce many returns; each is answered',
      itemsMax: 5000,
      bodyBytesMax: 16_000_000,
      brief: Type.Object({ id: Id(), number: Type.String() }),
    },
    weigh: ({ lines }) => lines.length,
    run: announceReturns,
    answers: justAnnounced,
    brief: (done) => done,
  })
  read(
    house,
    {
      url: '/v1/returns',
      needs: 'look',
      tells: 'Announced returns, newest first',
      tag,
      query: Exactly({ state: Type.Optional(Choice(['open', 'to_inspect', 'closed'])), ...PageQuery }),
      answer: Page(Type.Object(summary)),
    },
    async (db, { query: { state, cursor, limit = 100 } }) => {
      const [at, id] = readCursor(cursor, 2) ?? [null, null]
      const rows = await returnList(db, {
        ...everyReturn,
        state: state ?? null,
        before: typeof at === 'string' && typeof id === 'string' && isId(id) ? { at, id } : null,
        limit: limit + 1,
      })
      return pageOf(rows, limit, (row) => [row.announcedAt, row.id])
    },
  )
  read(
    house,
    {
      url: '/v1/returns/:ref',
      needs: 'look',
      tells: 'An announced return, by id or number',
      tag,
      params: RefParams(),
      answer: Return,
    },
    (db, { params: { ref } }) => returnByRef(db, ref),
  )
}

function takingIn(house: House, judge: JudgeTakenIn): void {
  write(
    house,
    'POST',
    {
      url: '/v1/returns/:id/receipts',
      needs: 'return',
      tells: 'Take in what came back: into its own batch, to quarantine where no place is named',
      tag,
      params: IdParams(),
      body: NewReturnReceipt,
      answer: Return,
    },
    async (tx, { params: { id }, body }) => {
      await receiveReturn(tx, { id, ...body }, judge)
      return returnByRef(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/returns/:id/closing',
      needs: 'return',
      tells: 'Close a return: nothing more of it is expected',
      tag,
      params: IdParams(),
      answer: Return,
    },
    async (tx, { params: { id } }) => {
      await closeReturn(tx, id)
      return returnByRef(tx, id)
    },
  )
}
