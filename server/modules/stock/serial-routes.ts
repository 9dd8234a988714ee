import {
  Exactly,
  type House,
  Id,
  IdParams,
  Nullable,
  Page,
  PageQuery,
  pageOf,
  read,
  readCursor,
  SearchText,
  Type,
} from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { batchesById } from '../batches/index.ts'
import { serialsOfBatch } from './serial-list.ts'

const tag = 'stock'

export function serialRoutes(house: House): void {
  const text = () => Nullable(Type.String())
  read(
    house,
    {
      url: '/v1/batches/:id/serials',
      needs: 'look',
      tells: 'The serials of a batch, and where each of them is',
      tag,
      params: IdParams(),
      query: Exactly({ text: Type.Optional(SearchText(80)), ...PageQuery }),
      answer: Page(
        Type.Object({
          id: Id(),
          code: Type.String(),
          placeId: Nullable(Id()),
          placeCode: text(),
          placeKind: text(),
          warehouseCode: text(),
          documentKind: text(),
          documentId: Nullable(Id()),
        }),
      ),
    },
    async (db, { params: { id }, query: { text: code, cursor, limit = 100 } }) => {
      if ((await batchesById(db, [id])).length === 0) throw new Refusal('not_found', { kind: 'batch', id })
      const [after] = readCursor(cursor, 1) ?? [null]
      const ask = { batchId: id, text: code ?? null, after: typeof after === 'string' ? after : null }
      const rows = await serialsOfBatch(db, { ...ask, limit: limit + 1 })
      return pageOf(rows, limit, (row) => [row.code])
    },
  )
}
