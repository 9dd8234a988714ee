import {
  Code,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  Page,
  pageOf,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { addClient, changeClient, clientPage } from './clients.ts'
import { CatalogQuery, listAsk } from './list-ask.ts'

const tag = 'catalog'
const Client = Type.Object({
  id: Id(),
  code: Type.String(),
  name: Type.String(),
  createdAt: Instant(),
  archivedAt: Nullable(Instant()),
})

export function clientRoutes(house: House): void {
  reading(house)
  changing(house)
}

function reading(house: House): void {
  read(
    house,
    {
      url: '/v1/clients',
      needs: 'look',
      tells: 'Brands whose goods are kept here, by code',
      tag,
      query: CatalogQuery,
      answer: Page(Client),
    },
    async (db, { query }) => {
      const ask = listAsk(query)
      return pageOf(await clientPage(db, { ...ask, limit: ask.limit + 1 }), ask.limit, ({ code }) => [code])
    },
  )
}

function changing(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/clients',
      needs: 'change partners',
      tells: 'Add a client: a brand whose goods are kept here',
      tag,
      status: 201,
      body: Exactly({ id: Type.Optional(Id()), code: Code(40), name: Text(200) }),
      answer: Client,
    },
    (tx, { body }) => addClient(tx, body),
  )
  write(
    house,
    'PATCH',
    {
      url: '/v1/clients/:id',
      needs: 'change partners',
      tells: 'Change a client, archive it or bring it back',
      tag,
      params: IdParams(),
      body: Exactly({
        code: Type.Optional(Code(40)),
        name: Type.Optional(Text(200)),
        archived: Type.Optional(Type.Boolean()),
      }),
      answer: Client,
    },
    (tx, { params, body }) => changeClient(tx, { ...body, ...params }),
  )
}
