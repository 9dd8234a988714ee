/**
 * server/modules/catalog/partner-routes.ts — suppliers and customers over HTTP.
 */
import { audiences, languages } from '#domain/notices/choices.ts'
import {
  Choice,
  Code,
  Country,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  Page,
  pageOf,
  RefParams,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { addCustomer, addSupplier, changeCustomer, changeSupplier } from './add-partner.ts'
import { CatalogQuery, Days, listAsk } from './list-ask.ts'
import { resolveCustomers, resolveSuppliers } from './resolve.ts'
import { customerPage, supplierPage } from './store.ts'

const tag = 'catalog'
const partnerFields = {
  email: Type.Optional(Nullable(Text(254))),
  phone: Type.Optional(Nullable(Text(60))),
  address: Type.Optional(Nullable(Text(500))),
}
const customerFields = {
  ...partnerFields,
  country: Type.Optional(Nullable(Country())),
  deliveryLifeDaysMin: Type.Optional(Nullable(Days())),
  language: Type.Optional(Nullable({ ...Choice(languages), description: 'In which they are written to' })),
  audience: Type.Optional(Nullable({ ...Choice(audiences), description: 'As whom they are told of a recall' })),
}
const change = {
  code: Type.Optional(Code(80)),
  name: Type.Optional(Text(200)),
  archived: Type.Optional(Type.Boolean()),
  reason: Type.Optional(Text(1000)),
}
const Supplier = Type.Object({
  id: Id(),
  code: Type.String(),
  name: Type.String(),
  email: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  address: Nullable(Type.String()),
  createdAt: Instant(),
  archivedAt: Nullable(Instant()),
})
const Customer = Type.Object({
  ...Supplier.properties,
  country: Nullable(Type.String()),
  deliveryLifeDaysMin: Nullable(Type.Integer()),
  language: Nullable(Choice(languages)),
  audience: Nullable(Choice(audiences)),
})

export function partnerRoutes(house: House): void {
  suppliers(house)
  supplierChanges(house)
  customers(house)
  customerChanges(house)
}

function suppliers(house: House): void {
  read(
    house,
    {
      url: '/v1/suppliers',
      needs: 'look',
      tells: 'Suppliers by code',
      tag,
      query: CatalogQuery,
      answer: Page(Supplier),
    },
    async (db, { query }) => {
      const { limit, ...ask } = listAsk(query)
      return pageOf(await supplierPage(db, { ...ask, limit: limit + 1 }), limit, ({ code }) => [code])
    },
  )
  read(
    house,
    {
      url: '/v1/suppliers/:ref',
      needs: 'look',
      tells: 'One supplier, by id or code',
      tag,
      params: RefParams(),
      answer: Supplier,
    },
    async (db, { params: { ref } }) => found('supplier', ref, (await resolveSuppliers(db, [ref])).get(ref)),
  )
}

function supplierChanges(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/suppliers',
      needs: 'change partners',
      tells: 'Add a supplier',
      tag,
      status: 201,
      body: Exactly({ id: Type.Optional(Id()), code: Code(80), name: Text(200), ...partnerFields }),
      answer: Supplier,
    },
    (tx, { body }) => addSupplier(tx, body),
  )
  write(
    house,
    'PATCH',
    {
      url: '/v1/suppliers/:id',
      needs: 'change partners',
      tells: 'Change a supplier',
      tag,
      params: IdParams(),
      body: Exactly({ ...change, ...partnerFields }),
      answer: Supplier,
    },
    (tx, { params, body }) => changeSupplier(tx, { ...body, ...params }),
  )
}

function customers(house: House): void {
  read(
    house,
    {
      url: '/v1/customers',
      needs: 'look',
      tells: 'Customers by code',
      tag,
      query: CatalogQuery,
      answer: Page(Customer),
    },
    async (db, { query }) => {
      const { limit, ...ask } = listAsk(query)
      return pageOf(await customerPage(db, { ...ask, limit: limit + 1 }), limit, ({ code }) => [code])
    },
  )
  read(
    house,
    {
      url: '/v1/customers/:ref',
      needs: 'look',
      tells: 'One customer, by id or code',
      tag,
      params: RefParams(),
      answer: Customer,
    },
    async (db, { params: { ref } }) => found('customer', ref, (await resolveCustomers(db, [ref])).get(ref)),
  )
}

function customerChanges(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/customers',
      needs: 'change partners',
      tells: 'Add a customer',
      tag,
      status: 201,
      body: Exactly({ id: Type.Optional(Id()), code: Code(80), name: Text(200), ...customerFields }),
      answer: Customer,
    },
    (tx, { body }) => addCustomer(tx, body),
  )
  write(
    house,
    'PATCH',
    {
      url: '/v1/customers/:id',
      needs: 'change partners',
      tells: 'Change a customer',
      tag,
      params: IdParams(),
      body: Exactly({ ...change, ...customerFields }),
      answer: Customer,
    },
    (tx, { params, body }) => changeCustomer(tx, { ...body, ...params }),
  )
}

function found<T>(kind: string, id: string, row: T | undefined): T {
  if (row === undefined) throw new Refusal('not_found', { kind, id })
  return row
}
