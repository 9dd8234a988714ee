import type { Db } from '#platform/db.ts'
import {
  Exactly,
  type House,
  IdParams,
  Page,
  PageQuery,
  pageOf,
  Reference,
  RefParams,
  read,
  readCursor,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { found, isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { batchesOf, withDescendants } from '../batches/index.ts'
import { productIdOf, resolveCustomers } from '../catalog/index.ts'
import { recordReports } from './record-reports.ts'
import { NewReports, Recorded, Report, SoldOnOfBatch, SoldOnOfCustomer } from './shapes.ts'
import { soldOnByCustomer, soldOnByProduct } from './sold-on.ts'
import { reportList } from './store.ts'
import { withdrawReport } from './withdraw-report.ts'

const tag = 'sell-through'

export function sellThroughRoutes(house: House): void {
  reporting(house)
  asking(house)
}

const customerIdOf = async (db: Db, ref: string | undefined) =>
  ref === undefined ? null : found(await resolveCustomers(db, [ref]), 'customer', ref).id

function reporting(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/sell-through',
      needs: 'order',
      tells:
        'Record what customers who sell on tell, without batches: how many were sold, lost, or brought back to them',
      tag,
      status: 201,
      body: NewReports,
      answer: Recorded,
    },
    async (tx, { body }) => ({ items: await recordReports(tx, body.reports) }),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/sell-through/:id/withdrawal',
      needs: 'order',
      tells: 'Withdraw a report that was wrong: it counts no more, and stays',
      tag,
      params: IdParams(),
      body: Exactly({ reason: Text(1000) }),
      answer: Report,
    },
    async (tx, { params: { id }, body: { reason } }) => {
      await withdrawReport(tx, id, reason)
      const [report] = await reportList(tx, { id, customerId: null, productId: null, before: null, limit: 1 })
      return report as never
    },
  )
  read(
    house,
    {
      url: '/v1/sell-through',
      needs: 'look',
      tells: 'What customers who sell on reported, those of the latest day first',
      tag,
      query: Exactly({
        customer: Type.Optional(Reference()),
        product: Type.Optional(Reference()),
        ...PageQuery,
      }),
      answer: Page(Report),
    },
    async (db, { query: { customer, product, cursor, limit = 100 } }) => {
      const [on, id] = readCursor(cursor, 2) ?? []
      const rows = await reportList(db, {
        id: null,
        customerId: await customerIdOf(db, customer),
        productId: await productIdOf(db, product),
        before: typeof on === 'string' && typeof id === 'string' && isId(id) ? { on, id } : null,
        limit: limit + 1,
      })
      return pageOf(rows, limit, (row) => [row.on, row.id])
    },
  )
}

function asking(house: House): void {
  read(
    house,
    {
      url: '/v1/batches/:id/sold-on',
      needs: 'look',
      tells: 'Of a batch and what was made of it, how many customers who sell on have sold, at least and at most',
      tag,
      params: IdParams(),
      answer: SoldOnOfBatch,
    },
    async (db, { params: { id } }) => {
      if ((await batchesOf(db, [id])).length === 0) throw new Refusal('not_found', { kind: 'batch', id })
      return { items: await soldOnByCustomer(db, { batchIds: await withDescendants(db, [id]), knownOn: null }) }
    },
  )
  read(
    house,
    {
      url: '/v1/customers/:ref/sold-on',
      needs: 'look',
      tells: 'Of each product of which a customer reports, how many of each batch it has sold, at least and at most',
      tag,
      params: RefParams(),
      answer: SoldOnOfCustomer,
    },
    async (db, { params: { ref } }) => ({
      items: await soldOnByProduct(db, found(await resolveCustomers(db, [ref]), 'customer', ref).id),
    }),
  )
}
