/**
 * server/modules/batches/codes/routes.ts — patterns of batch codes, and codes drawn from them.
 */
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import {
  Day,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  Reference,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { found } from '#platform/references.ts'
import { productIdOf, resolveProducts } from '../../catalog/index.ts'
import { resolveWarehouses } from '../../places/index.ts'
import { drawCode } from './draw-code.ts'
import { setCodePattern } from './set-pattern.ts'
import { codePatternsOf } from './store.ts'

const tag = 'batches'
const CodePattern = Type.Object({
  productId: { ...Nullable(Id()), description: 'Null: of all products that have none of their own' },
  sku: Nullable(Type.String()),
  pattern: Type.String(),
  setBy: Type.String(),
  setAt: Instant(),
})
const Patterns = Type.Object({ items: Type.Array(CodePattern) })
const Body = Exactly({
  pattern: {
    ...Nullable(Text(80)),
    description:
      'Text with {SKU}, {SITE}, {YYYY}, {YY}, {Y}, {MM}, {DD}, {JJJ}, {WW}, {##} and {CHECK} filled in; null takes it away',
  },
})

const patterns = async (db: Db, productId: string | null) => ({
  items: await codePatternsOf(db, productId === null ? null : [productId]),
})

export function codeRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/batch-code-patterns',
      needs: 'look',
      tells: 'How batch codes are written: for all products, and for those with a pattern of their own',
      tag,
      query: Exactly({ product: Type.Optional(Reference()) }),
      answer: Patterns,
    },
    async (db, { query: { product } }) => patterns(db, await productIdOf(db, product)),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/batch-code-pattern',
      needs: 'change rules',
      tells: 'Say how batch codes are written where a product has no pattern of its own',
      tag,
      body: Body,
      answer: Patterns,
    },
    async (tx, { body: { pattern } }) => {
      await setCodePattern(tx, { productId: null, pattern })
      return patterns(tx, null)
    },
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/batch-code-patterns/:id',
      needs: 'change rules',
      tells: 'Say how the batch codes of a product, named by its id, are written',
      tag,
      params: IdParams(),
      body: Body,
      answer: Patterns,
    },
    async (tx, { params: { id }, body: { pattern } }) => {
      await setCodePattern(tx, { productId: id, pattern })
      return patterns(tx, id)
    },
  )
  drawing(house)
}

function drawing(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/batch-codes',
      needs: 'receive',
      tells: 'The next batch code by the pattern, which is given to nobody else',
      tag,
      status: 201,
      body: Exactly({
        product: Reference(),
        warehouse: Reference(),
        producedOn: Type.Optional({ ...Day(), description: 'Else today, where the warehouse is' }),
      }),
      answer: Type.Object({ code: Type.String() }),
    },
    async (tx, { body: { product, warehouse, producedOn } }) => {
      const { code: site, timeZone } = found(await resolveWarehouses(tx), 'warehouse', warehouse)
      const row = found(await resolveProducts(tx, [product]), 'product', product)
      return { code: await drawCode(tx, row, { site, day: producedOn ?? dayIn(timeZone, tx.act.at) }) }
    },
  )
}
