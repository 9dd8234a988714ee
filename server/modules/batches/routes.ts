import { normaliseBatchCode } from '#domain/batch-code.ts'
import type { Db } from '#platform/db.ts'
import {
  Code,
  Country,
  Day,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  Page,
  PageQuery,
  pageOf,
  Reference,
  RefParams,
  read,
  readCursor,
  SearchText,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { productIdOf } from '../catalog/index.ts'
import { batchDetail, batchesOf } from './batch-detail.ts'
import { changeBatch } from './change-batch.ts'
import { codeRoutes } from './codes/routes.ts'
import { addLot, batchIdsOfLot, lotByRef, lotPage, putBatchesIntoLot } from './lots.ts'
import { Batch, BatchDetail } from './shapes.ts'
import { batchList } from './store.ts'

const tag = 'batches'
const Lot = Type.Object({ id: Id(), code: Type.String(), name: Type.String(), createdAt: Instant() })

export function batchesRoutes(house: House): void {
  batchRoutes(house)
  codeRoutes(house)
  lotRoutes(house)
}

const after = (cursor: string | undefined): string | null => {
  const [id] = readCursor(cursor, 1) ?? [null]
  return typeof id === 'string' && isId(id) ? id : null
}

function batchRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/batches',
      needs: 'look',
      tells: 'Batches, newest first',
      tag,
      query: Exactly({
        product: Type.Optional(Reference()),
        text: Type.Optional({ ...Text(100), description: 'In its code, in one that it had, or in the SKU' }),
        called: Type.Optional({
          ...Text(100),
          description:
            'The batch that is meant by this code: its own, one that it had, or that of a batch merged into it',
        }),
        expiresBefore: Type.Optional(Day()),
        supplierLot: Type.Optional(Text(80)),
        ...PageQuery,
      }),
      answer: Page(Batch),
    },
    async (db, { query: { product, text, called, expiresBefore, supplierLot, cursor, limit = 100 } }) => {
      const rows = await batchList(db, {
        ids: null,
        productId: await productIdOf(db, product),
        text: text ?? null,
        called: called === undefined ? null : normaliseBatchCode(called).code,
        expiresBefore: expiresBefore ?? null,
        supplierLot: supplierLot ?? null,
        after: after(cursor),
        limit: limit + 1,
      })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/batches/:id',
      needs: 'look',
      tells: 'A batch with the history of its dates',
      tag,
      params: IdParams(),
      answer: BatchDetail,
    },
    (db, { params: { id } }) => batchDetail(db, id),
  )
  write(
    house,
    'PATCH',
    {
      url: '/v1/batches/:id',
      needs: 'correct batches',
      tells: 'Change supplier lot, origin or attributes',
      tag,
      params: IdParams(),
      body: Exactly({
        supplierLot: Type.Optional(Nullable(Text(80))),
        originCountry: Type.Optional(Nullable(Country())),
        attributes: Type.Optional(
          Type.Record(Text(80), Type.Union([Text(500), Type.Number(), Type.Boolean(), Type.Null()]), {
            maxProperties: 50,
          }),
        ),
        reason: Type.Optional(Text(1000)),
      }),
      answer: BatchDetail,
    },
    async (tx, { params, body }) => {
      await changeBatch(tx, { ...body, ...params })
      return batchDetail(tx, params.id)
    },
  )
}

function lotRoutes(house: House): void {
  const lotWithBatches = async (db: Db, ref: string) => {
    const lot = await lotByRef(db, ref)
    const ids = (await batchIdsOfLot(db, lot.id)).map(({ batchId }) => batchId)
    return { ...lot, batches: await batchesOf(db, ids) }
  }
  const LotWithBatches = Type.Object({ ...Lot.properties, batches: Type.Array(Batch) })
  read(
    house,
    {
      url: '/v1/lots',
      needs: 'look',
      tells: 'Lots, newest first',
      tag,
      query: Exactly({ text: Type.Optional(SearchText(100)), ...PageQuery }),
      answer: Page(Type.Object({ ...Lot.properties, batchCount: Type.Integer() })),
    },
    async (db, { query: { text, cursor, limit = 100 } }) => {
      const rows = await lotPage(db, { text: text ?? null, after: after(cursor), limit: limit + 1 })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/lots/:ref',
      needs: 'look',
      tells: 'A lot with its batches',
      tag,
      params: RefParams(),
      answer: LotWithBatches,
    },
    (db, { params: { ref } }) => lotWithBatches(db, ref),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/lots',
      needs: 'receive',
      tells: 'Group batches into a lot',
      tag,
      status: 201,
      body: Exactly({
        id: Type.Optional(Id()),
        code: Code(80),
        name: Type.Optional(Text(200)),
        batches: Type.Optional(Type.Array(Id(), { maxItems: 1000 })),
      }),
      answer: LotWithBatches,
    },
    async (tx, { body }) => lotWithBatches(tx, (await addLot(tx, body)).id),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/lots/:id/batches/:batchId',
      needs: 'receive',
      tells: 'Put a batch into a lot',
      tag,
      params: Exactly({ id: Id(), batchId: Id() }),
      answer: LotWithBatches,
    },
    async (tx, { params: { id, batchId } }) => {
      const lot = await lotByRef(tx, id)
      await putBatchesIntoLot(tx, lot.id, { batchIds: [batchId] })
      return lotWithBatches(tx, lot.id)
    },
  )
}
