import { toSettleKinds } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import {
  Choice,
  Count,
  Exactly,
  type House,
  Id,
  Instant,
  isInstant,
  Nullable,
  PageQuery,
  pageOf,
  Reference,
  read,
  readCursor,
  Type,
} from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveWarehouses } from '../places/index.ts'
import { toSettle } from './to-settle.ts'

const Row = Type.Object({
  kind: Choice(toSettleKinds),
  key: { ...Type.String(), description: 'Of the row, among those of all kinds' },
  documentId: {
    ...Id(),
    description:
      'Where it is settled: the transfer, count, identification, inbound shipment, return, disposal, sample, recall or mock recall, the bin, the opened batch, the customer',
  },
  number: { ...Nullable(Type.String()), description: 'What the document is called' },
  skus: Type.Array(Type.String()),
  batchId: { ...Nullable(Id()), description: 'Where it is one, and known' },
  batchCode: Nullable(Type.String()),
  warehouseId: { ...Nullable(Id()), description: 'Null for what belongs to no warehouse' },
  warehouseCode: Nullable(Type.String()),
  placeCode: Nullable(Type.String()),
  quantity: Count(),
  since: { ...Instant(), description: 'For so long it waits; of what has come to its day, since that day' },
  by: { ...Nullable(Type.String()), description: 'Who asked, counted, took it in, or wrote it' },
  says: { ...Type.String(), description: 'What it waits for' },
})

async function warehouseIdOf(db: Db, ref: string | undefined): Promise<string | null> {
  if (ref === undefined) return null
  const found = (await resolveWarehouses(db)).get(ref)
  if (!found) throw new Refusal('not_found', { kind: 'warehouse', id: ref })
  return found.id
}

function readAfter(cursor: string | undefined) {
  const [since, key] = readCursor(cursor, 2) ?? []
  return typeof since === 'string' && typeof key === 'string' && isInstant(since) ? { since, key } : null
}

export function toSettleRoute(house: House): void {
  read(
    house,
    {
      url: '/v1/to-settle',
      needs: 'look',
      tells: 'What waits for a person, of all kinds, what has waited longest first',
      tag: 'reports',
      query: Exactly({
        kind: Type.Optional(Choice(toSettleKinds)),
        warehouse: Type.Optional(Reference()),
        ...PageQuery,
      }),
      answer: Type.Object({
        items: Type.Array(Row),
        next: Nullable(Type.String({ description: 'Pass as `cursor` for the next page' })),
        counts: Nullable(
          Type.Array(Type.Object({ kind: Choice(toSettleKinds), total: Count() }), {
            description:
              'How many rows there are of each kind in that warehouse, whichever kind is asked for; not with a cursor',
          }),
        ),
      }),
    },
    async (db, { query: { kind = null, warehouse, cursor, limit = 100 } }) => {
      const ask = { kind, warehouseId: await warehouseIdOf(db, warehouse), after: readAfter(cursor), limit }
      const { rows, counts } = await toSettle(db, ask)
      return { ...pageOf(rows, limit, ({ since, key }) => [since, key]), counts }
    },
  )
}
