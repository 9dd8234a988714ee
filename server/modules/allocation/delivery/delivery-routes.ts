import type { Db } from '#platform/db.ts'
import {
  Code,
  Count,
  Country,
  Day,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  idAfter,
  Nullable,
  Page,
  PageQuery,
  pageOf,
  Reference,
  read,
  Text,
  Type,
  WorkingDays,
  write,
} from '#platform/http/index.ts'
import { addServiceOfCarrier, changeServiceOfCarrier, putHolidays, putTransitTimes } from './change-delivery.ts'
import { holidays, services, transitPage } from './delivery-store.ts'
import { expectedDelivery } from './expected-delivery.ts'

const tag = 'delivery'
const needs = 'change rules'

const ServiceFields = { code: Code(40), name: Text(100), workingDays: WorkingDays() }
const Service = Type.Object({
  id: Id(),
  ...ServiceFields,
  standard: Type.Boolean({ description: 'Taken where an order names none' }),
  createdAt: Instant(),
  archivedAt: Nullable(Instant()),
})
const Holiday = Type.Object({
  on: Day(),
  name: Type.String(),
  warehouseId: Nullable(Id()),
  serviceId: Nullable(Id()),
})
const TransitDays = () =>
  Type.Integer({ minimum: 0, maximum: 365, description: 'Days on which the carrier works, from leaving to arriving' })
const Distance = () => Type.Integer({ minimum: 0, maximum: 50_000, description: 'Kilometres, for routing' })
const ParcelCost = () =>
  Type.Integer({
    minimum: 0,
    maximum: 1_000_000_000,
    description: "Of one parcel, in minor units of the account's currency, for routing",
  })
const Transit = Type.Object({
  id: Id(),
  serviceId: Nullable(Id()),
  warehouseId: Nullable(Id()),
  country: Nullable(Country()),
  postalPrefix: Type.String({ description: 'The longest that fits counts; empty for a whole country' }),
  transitDays: TransitDays(),
  distanceKm: Nullable(Distance()),
  parcelCost: Nullable(ParcelCost()),
})
export const ArrivalShape = Type.Object({
  warehouseId: Id(),
  service: Nullable(Type.String()),
  transitDays: Nullable(Count()),
  leavesOn: Nullable(Day()),
  deliversOn: Nullable(Day()),
  unknown: Nullable(
    Type.Unsafe<'no_route' | 'no_working_day'>({ type: 'string', enum: ['no_route', 'no_working_day'] }),
  ),
})

export function deliveryRoutes(house: House): void {
  serviceRoutes(house)
  holidayRoutes(house)
  transitRoutes(house)
  read(
    house,
    {
      url: '/v1/delivery-days',
      needs: 'look',
      tells: 'On which day a parcel that is ready now leaves each warehouse and arrives',
      tag,
      query: Exactly({
        service: Type.Optional(Reference()),
        warehouse: Type.Optional(Reference()),
        country: Type.Optional(Country()),
        postalCode: Type.Optional(Text(20)),
      }),
      answer: Type.Object({ items: Type.Array(ArrivalShape) }),
    },
    async (db, { query }) => ({ items: await expectedDelivery(db, query) }),
  )
}

function serviceRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/delivery-services',
      needs: 'look',
      tells: "Carriers' services, by code",
      tag,
      answer: Type.Object({ items: Type.Array(Service) }),
    },
    async (db) => ({ items: await services(db) }),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/delivery-services',
      needs,
      tells: "Add a carrier's service",
      tag,
      status: 201,
      body: Exactly({ id: Type.Optional(Id()), ...ServiceFields, standard: Type.Optional(Type.Boolean()) }),
      answer: Service,
    },
    (tx, { body }) => addServiceOfCarrier(tx, { standard: false, ...body }),
  )
  write(
    house,
    'PATCH',
    {
      url: '/v1/delivery-services/:id',
      needs,
      tells: "Change a carrier's service, make it the standard, archive it or bring it back",
      tag,
      params: IdParams(),
      body: Exactly({
        code: Type.Optional(Code(40)),
        name: Type.Optional(Text(100)),
        workingDays: Type.Optional(WorkingDays()),
        standard: Type.Optional(Type.Boolean()),
        archived: Type.Optional(Type.Boolean()),
      }),
      answer: Service,
    },
    (tx, { params, body }) => changeServiceOfCarrier(tx, { ...body, ...params }),
  )
}

function holidayRoutes(house: House): void {
  const answer = Type.Object({ items: Type.Array(Holiday) })
  const all = async (db: Db) => ({ items: (await holidays(db)).map(({ onDay, ...one }) => ({ ...one, on: onDay })) })
  read(
    house,
    { url: '/v1/holidays', needs: 'look', tells: 'Days on which warehouses or carriers rest', tag, answer },
    all,
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/holidays',
      needs,
      tells: 'Write days on which warehouses or carriers rest, or all of them; one with a null name is none any more',
      tag,
      body: Exactly({
        replace: Type.Optional(Type.Boolean({ description: 'They take the place of all there were' })),
        holidays: Type.Array(
          Exactly({
            on: Day(),
            name: Nullable(Text(100)),
            warehouse: Type.Optional(Reference()),
            service: Type.Optional(Reference()),
          }),
          { maxItems: 5000 },
        ),
      }),
      answer,
    },
    async (tx, { body: { holidays: days, replace = false } }) => {
      await putHolidays(tx, { days, replace })
      return all(tx)
    },
  )
}

function transitRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/transit-times',
      needs: 'look',
      tells: 'How long carriers take, row by row',
      tag,
      query: Exactly({ country: Type.Optional(Country()), ...PageQuery }),
      answer: Page(Transit),
    },
    async (db, { query: { country, cursor, limit = 100 } }) => {
      const rows = await transitPage(db, {
        country: country ?? null,
        after: idAfter(cursor),
        limit: limit + 1,
      })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/transit-times',
      needs,
      tells:
        'Write rows of the table of transit times, or the whole of it; a row with null days is taken out. Kilometres and cost that a row does not name stay as they are',
      tag,
      body: Exactly({
        replace: Type.Optional(Type.Boolean({ description: 'The rows take the place of the whole table' })),
        rows: Type.Array(
          Exactly({
            service: Type.Optional(Reference()),
            warehouse: Type.Optional(Reference()),
            country: Type.Optional(Country()),
            postalPrefix: Type.Optional(Type.String({ maxLength: 20, pattern: '^[^\\u0000]*$' })),
            transitDays: Nullable(TransitDays()),
            distanceKm: Type.Optional(Nullable(Distance())),
            parcelCost: Type.Optional(Nullable(ParcelCost())),
          }),
          { maxItems: 20_000 },
        ),
      }),
      answer: Type.Object({ written: Count(), removed: Count() }),
    },
    (tx, { body: { rows, replace = false } }) => putTransitTimes(tx, { rows, replace }),
  )
}
