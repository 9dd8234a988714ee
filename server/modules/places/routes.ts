import { temperatures } from '#domain/storage/classes.ts'
import {
  Choice,
  Code,
  Currency,
  Exactly,
  type House,
  Id,
  Instant,
  Nullable,
  own,
  Page,
  PageQuery,
  pageOf,
  read,
  readCursor,
  SearchText,
  Text,
  TimeOfDay,
  Type,
  WorkingDays,
  write,
} from '#platform/http/index.ts'
import { newId } from '#platform/id.ts'
import { Email, hashPassword, isSetUp, Password, refuseForeign, setSession, signIn } from '../access/index.ts'
import { addPlaces, addWarehouse, addZone } from './add-warehouse.ts'
import { changeRoutes } from './change-routes.ts'
import { setUp } from './set-up.ts'
import { FreeFrom, givenRules, Hazards, Place, Priority, Warehouse, Zone } from './shapes.ts'
import { placePage, warehouses, zones } from './store.ts'

const tag = 'places'
const NewWarehouse = {
  code: Code(40),
  name: Text(200),
  timeZone: Text(60),
  address: Type.Optional(Nullable(Text(500))),
  cutOff: Type.Optional(TimeOfDay()),
  workingDays: Type.Optional(WorkingDays()),
  priority: Type.Optional(Priority()),
}
const physical = ['storage', 'dock', 'quarantine'] as const

export function placesRoutes(house: House): void {
  setUpRoutes(house)
  warehouseRoutes(house)
  placeRoutes(house)
  changeRoutes(house)
}

function setUpRoutes(house: House): void {
  own(
    house,
    'GET',
    {
      url: '/v1/set-up',
      needs: 'nobody',
      tells: 'Whether this installation still waits for its first account',
      tag,
      answer: Type.Object({ needed: Type.Boolean() }),
    },
    async () => ({ needed: !(await isSetUp(house.database.open)) }),
  )
  own(
    house,
    'POST',
    {
      url: '/v1/set-up',
      needs: 'nobody',
      tells: 'First account, owner and warehouse; signs the owner in',
      tag,
      status: 201,
      rateMax: 20,
      bodyBytesMax: 20_000,
      body: Exactly({
        account: Exactly({ name: Text(200), currency: Type.Optional(Currency()) }),
        owner: Exactly({
          email: Email(),
          name: Text(200),
          password: Password(),
        }),
        warehouse: Exactly(NewWarehouse),
      }),
      answer: Type.Object({ expiresAt: Instant() }),
    },
    async ({ act, request, reply }, { body }) => {
      refuseForeign(request)
      const {
        account,
        owner: { password, ...owner },
        warehouse,
      } = body
      const passwordHash = await hashPassword(password)
      const scope = { ...act, accountId: newId(), actorName: owner.name, role: 'owner' }
      await house.database.write(scope, (tx) =>
        setUp(tx, {
          account: { currency: 'USD', ...account },
          owner: { ...owner, id: newId(), passwordHash },
          warehouse,
        }),
      )
      const { token, expiresAt } = await signIn(house.database.open, { email: owner.email, password, at: act.at })
      setSession(reply, token, expiresAt)
      void reply.code(201)
      return { expiresAt }
    },
  )
}

function warehouseRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/warehouses',
      needs: 'look',
      tells: 'Warehouses',
      tag,
      answer: Type.Object({ items: Type.Array(Warehouse) }),
    },
    async (db) => ({ items: await warehouses(db) }),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/warehouses',
      needs: 'change places',
      tells: 'Add a warehouse, with a dock, a quarantine place and a first bin',
      tag,
      status: 201,
      body: Exactly({ id: Type.Optional(Id()), ...NewWarehouse }),
      answer: Warehouse,
    },
    (tx, { body }) => addWarehouse(tx, body),
  )
}

function placeRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/zones',
      needs: 'look',
      tells: 'Zones of all warehouses',
      tag,
      answer: Type.Object({ items: Type.Array(Zone) }),
    },
    async (db) => ({ items: await zones(db) }),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/zones',
      needs: 'change places',
      tells: 'Add a zone to a warehouse',
      tag,
      status: 201,
      body: Exactly({
        id: Type.Optional(Id()),
        warehouseId: Id(),
        code: Code(40),
        name: Text(200),
        storage: Choice(temperatures),
        hazards: Type.Optional(Hazards()),
        freeFrom: Type.Optional(FreeFrom()),
      }),
      answer: Zone,
    },
    (tx, { body }) => addZone(tx, body),
  )
  read(
    house,
    {
      url: '/v1/places',
      needs: 'look',
      tells: 'Bins, docks, quarantine and virtual places',
      tag,
      query: Exactly({ warehouse: Type.Optional(Id()), text: Type.Optional(SearchText(40)), ...PageQuery }),
      answer: Page(Place),
    },
    async (db, { query: { warehouse, text, cursor, limit = 100 } }) => {
      const [after] = readCursor(cursor, 1) ?? [null]
      const rows = await placePage(db, {
        warehouseId: warehouse ?? null,
        text: text ?? null,
        after: typeof after === 'string' ? after : null,
        limit: limit + 1,
      })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/places',
      needs: 'change places',
      tells: 'Add places to warehouses, up to 5,000 at once',
      tag,
      status: 201,
      body: Exactly({
        places: Type.Array(
          Exactly({
            id: Type.Optional(Id()),
            warehouseId: Id(),
            zoneId: Type.Optional(Nullable(Id())),
            kind: Type.Optional(Choice(physical)),
            code: Code(40),
            ...givenRules,
          }),
          { minItems: 1, maxItems: 5000 },
        ),
      }),
      answer: Type.Object({ items: Type.Array(Place) }),
    },
    async (tx, { body }) => ({ items: await addPlaces(tx, body.places) }),
  )
}
