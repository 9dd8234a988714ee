import { checkLevels, checkWays } from '#domain/recalls/effectiveness.ts'
import type { Db } from '#platform/db.ts'
import {
  Choice,
  Count,
  Day,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  RefParams,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { allows } from '../access/index.ts'
import { checkDetail } from './checks-of.ts'
import { chooseLevel } from './draw-checks.ts'
import { writeResult } from './write-result.ts'

const tag = 'recalls'
const text = () => Nullable(Type.String())
const percent = () => Type.Number({ description: 'Of level B: more than 10 and less than 100' })

const Result = {
  way: Choice(checkWays),
  reached: Type.Boolean(),
}
const Numbers = Type.Object({
  drawn: Count(),
  open: Count(),
  effective: { ...Count(), description: 'Got the notice, and acted on it' },
  notEffective: Count(),
  notReached: Count(),
  passRate: Nullable(
    Type.Number({ description: 'Effective of those checked, in percent; not reached counts as checked' }),
  ),
})
const Checks = Type.Object({
  level: Nullable({ ...Choice(checkLevels), description: '21 CFR 7.42(b)(3); null until somebody chose one' }),
  percent: Nullable(Type.Number()),
  numbers: Numbers,
  draws: Type.Array(
    Type.Object({
      number: Type.Integer(),
      because: Choice(['chosen', 'wider']),
      level: Choice(checkLevels),
      percent: Type.Number(),
      consignees: Count(),
      candidates: { ...Count(), description: 'Who had not been drawn before' },
      drawn: Count(),
      seed: Type.Integer({ description: 'Draws the same again from the same' }),
      madeBy: Type.String(),
      madeAt: Instant(),
    }),
  ),
  items: Type.Array(
    Type.Object({
      id: Id(),
      draw: Type.Integer(),
      customerId: Nullable(Id()),
      customerCode: text(),
      orderId: Nullable(Id()),
      orderNumbers: Type.Array(Type.String()),
      contact: Nullable(
        Type.Object(
          { name: text(), email: text(), phone: text(), address: text() },
          { description: 'For those who may see contacts' },
        ),
      ),
      quantity: Count(),
      state: { ...text(), description: 'How far it has come with telling them' },
      results: Type.Array(
        Type.Object({
          id: Id(),
          ...Result,
          gotNotice: Nullable(Type.Boolean()),
          acted: Nullable(Type.Boolean()),
          unitsFound: Nullable(Count()),
          note: text(),
          byName: Type.String(),
          at: Instant(),
        }),
      ),
    }),
  ),
})

const told = async (db: Db, ref: string) => (await checkDetail(db, ref, allows(db.act.role, 'see contacts'))) as never

export function checksRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/recalls/:ref/checks',
      needs: 'look',
      tells: 'Effectiveness checks of a recall: how many, of whom, and what they found',
      tag,
      params: RefParams(),
      answer: Checks,
    },
    (db, { params: { ref } }) => told(db, ref),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/recalls/:id/check-level',
      needs: 'recall',
      tells: 'Choose of how many it is checked that they know and have acted; who is checked is drawn at once',
      tag,
      params: IdParams(),
      body: Exactly({
        level: Choice(checkLevels),
        percent: Type.Optional(percent()),
        seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1, description: 'Draws the same again' })),
      }),
      answer: Checks,
    },
    async (tx, { params: { id }, body }) => {
      await chooseLevel(tx, id, body)
      return told(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/effectiveness-checks/:id/results',
      needs: 'recall',
      tells: 'Say what a check found; the last word stands, and what was not effective becomes a corrective action',
      tag,
      params: IdParams(),
      body: Exactly({
        id: Type.Optional(Id()),
        ...Result,
        gotNotice: Type.Optional(Type.Boolean({ description: 'Needed where somebody was reached' })),
        acted: Type.Optional(Type.Boolean({ description: 'Needed where somebody was reached' })),
        unitsFound: Type.Optional(Type.Integer({ minimum: 0, description: 'Recalled units that are still there' })),
        note: Type.Optional(Text(2000)),
        owner: Type.Optional({ ...Text(200), description: 'Who puts right what was found; else whoever says it' }),
        dueOn: Type.Optional({ ...Day(), description: 'Until when; else in 14 days' }),
      }),
      answer: Checks,
    },
    async (tx, { params: { id }, body }) => told(tx, await writeResult(tx, id, body)),
  )
}
