import type { Db, Tx } from '#platform/db.ts'
import {
  Choice,
  Count,
  Day,
  Exactly,
  gathered,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  Page,
  PageQuery,
  pageOf,
  Quantity,
  Reference,
  RefParams,
  read,
  readCursor,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { type AnnouncedReturn, announceReturns } from './announce-returns.ts'
import { closeReturn } from './close-return.ts'
import { receiveReturn } from './receive-return.ts'
import { returnsInFull } from './return-detail.ts'
import { returnList } from './store.ts'

const tag = 'returns'
const text = () => Nullable(Type.String())
const summary = {
  id: Id(),
  number: Type.String(),
  customerId: Nullable(Id()),
  customerName: text(),
  orderNumber: text(),
  announcedAt: Instant(),
  closedAt: Nullable(Instant()),
  note: text(),
  lineCount: Count(),
  quantity: Count(),
}
const Return = Type.Object({
  ...summary,
  lines: Type.Array(
    Type.Object({
      lineNo: Count(),
      productId: Id(),
      sku: Type.String(),
      productName: Type.String(),
      tracking: Choice(['none', 'batch', 'serial']),
      quantity: Quantity(),
      returned: Count(),
      batches: Type.Array(
        Type.Object({
          batchId: Id(),
          batchCode: Type.String(),
          warehouseCode: Type.String(),
          placeCode: Type.String(),
          quantity: Quantity(),
          receivedAt: Instant(),
        }),
        { description: 'What came back, and where it was put at first' },
      ),
      out: Type.Array(
        Type.Object({ batchId: Id(), batchCode: Type.String(), expiresOn: Nullable(Day()), quantity: Quantity() }),
        { description: 'What can come back of it: sent by the order or to the customer, and not back yet' },
      ),
    }),
  ),
})
const NewReturnReceipt = Exactly({
  warehouse: Reference(),
  receivedAt: Type.Optional(Instant()),
  lines: Type.Array(
    Exactly({
      line: Quantity(),
      quantity: Quantity(),
      batch: Type.Optional(Reference()),
      place: Type.Optional(Reference()),
      serials: Type.Optional(Type.Array(Text(80), { maxItems: 5000 })),
      note: Type.Optional(Text(1000)),
    }),
    { minItems: 1, maxItems: 1000 },
  ),
})
const NewReturn = Exactly({
  id: Type.Optional(Id()),
  number: Text(80),
  customer: Type.Optional(Reference()),
  orderNumber: Type.Optional(Text(80)),
  announcedAt: Type.Optional(Instant()),
  note: Type.Optional(Text(1000)),
  lines: Type.Array(Exactly({ product: Reference(), quantity: Quantity() }), {
    minItems: 1,
    maxItems: 5000,
    description:
      'Of a kit, whole kits: its parts are announced, as the order sold them that is named, else as it is made now',
  }),
})
const everything = { ids: null, number: null, state: null, before: null }

async function returnByRef(db: Db, ref: string) {
  const [found] = await returnList(db, {
    ...everything,
    ...(isId(ref) ? { ids: [ref] } : { number: ref }),
    limit: 1,
  })
  const [whole] = found ? await returnsInFull(db, [found]) : []
  if (!whole) throw new Refusal('not_found', { kind: 'return', id: ref })
  return whole
}

/** In the order they were announced in. */
async function justAnnounced(tx: Tx, done: readonly AnnouncedReturn[]) {
  const ids = done.map(({ id }) => id)
  const found = await returnsInFull(tx, await returnList(tx, { ...everything, ids, limit: ids.length }))
  const byId = new Map(found.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export function returnsRoutes(house: House): void {
  announcing(house)
  takingIn(house)
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
      query: Exactly({ state: Type.Optional(Choice(['open', 'closed'])), ...PageQuery }),
      answer: Page(Type.Object(summary)),
    },
    async (db, { query: { state, cursor, limit = 100 } }) => {
      const [at, id] = readCursor(cursor, 2) ?? [null, null]
      const rows = await returnList(db, {
        ...everything,
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

function takingIn(house: House): void {
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
      await receiveReturn(tx, { id, ...body })
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
