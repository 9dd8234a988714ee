import { temperatures } from '#domain/storage/classes.ts'
import {
  Choice,
  Code,
  Exactly,
  type House,
  Id,
  IdParams,
  Nullable,
  Text,
  TimeOfDay,
  Type,
  WorkingDays,
  write,
} from '#platform/http/index.ts'
import { changePlace, changeWarehouse, changeZone } from './change-places.ts'
import { FreeFrom, givenRules, Hazards, Place, Priority, Warehouse, Zone } from './shapes.ts'

const tag = 'places'
const needs = 'change places'

export function changeRoutes(house: House): void {
  write(
    house,
    'PATCH',
    {
      url: '/v1/warehouses/:id',
      needs,
      tells:
        'Change the name, the address, the time zone, the cut-off, the working days or the priority of a warehouse',
      tag,
      params: IdParams(),
      body: Exactly({
        name: Type.Optional(Text(200)),
        timeZone: Type.Optional(Text(60)),
        address: Type.Optional(Nullable(Text(500))),
        cutOff: Type.Optional(TimeOfDay()),
        workingDays: Type.Optional(WorkingDays()),
        priority: Type.Optional(Priority()),
      }),
      answer: Warehouse,
    },
    (tx, { params, body }) => changeWarehouse(tx, { ...body, ...params }),
  )
  write(
    house,
    'PATCH',
    {
      url: '/v1/zones/:id',
      needs,
      tells: 'Change the code, the name or what a zone keeps; what lies there stays',
      tag,
      params: IdParams(),
      body: Exactly({
        code: Type.Optional(Code(40)),
        name: Type.Optional(Text(200)),
        storage: Type.Optional(Choice(temperatures)),
        hazards: Type.Optional(Hazards()),
        freeFrom: Type.Optional(FreeFrom()),
      }),
      answer: Zone,
    },
    (tx, { params, body }) => changeZone(tx, { ...body, ...params }),
  )
  changePlaceRoute(house)
}

function changePlaceRoute(house: House): void {
  write(
    house,
    'PATCH',
    {
      url: '/v1/places/:id',
      needs,
      tells: 'Change the code, the zone or the rules of a place; what lies there stays',
      tag,
      params: IdParams(),
      body: Exactly({ code: Type.Optional(Code(40)), zoneId: Type.Optional(Nullable(Id())), ...givenRules }),
      answer: Place,
    },
    (tx, { params, body }) => changePlace(tx, { ...body, ...params }),
  )
}
