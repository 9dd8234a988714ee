import { redatingKinds } from '#domain/redating.ts'
import {
  Choice,
  Exactly,
  type House,
  Id,
  IdParams,
  idAfter,
  Page,
  PageQuery,
  pageOf,
  Quantity,
  Reference,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { productIdOf } from '../catalog/index.ts'
import { todays } from '../places/index.ts'
import { redateUnits } from './redate-units.ts'
import { redatingDetail, redatingsTold } from './redating-detail.ts'
import { ends, removeOpened } from './remove-opened.ts'
import { NewRedating, NewRule, Redating, RedatingRule } from './shapes.ts'
import { ruleList } from './store.ts'
import { undoRedating } from './undo-redating.ts'
import { writeRule } from './write-rule.ts'

const tag = 'redating'

export function redatingRoutes(house: House): void {
  looking(house)
  doing(house)
  ruling(house)
}

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/redatings',
      needs: 'look',
      tells: 'What was opened, frozen and thawed, newest first, with the last day it has since',
      tag,
      query: Exactly({
        kind: Type.Optional(Choice(redatingKinds)),
        state: Type.Optional(
          Type.Unsafe<'here' | 'past' | 'gone'>({
            type: 'string',
            enum: ['here', 'past', 'gone'],
            description: 'Here: some of it is on hand; past: and its last day is over',
          }),
        ),
        batch: Type.Optional(Id()),
        product: Type.Optional(Reference()),
        ...PageQuery,
      }),
      answer: Page(Redating),
    },
    async (db, { query: { kind, state, batch, product, cursor, limit = 100 } }) => {
      const rows = await redatingsTold(db, {
        id: null,
        kind: kind ?? null,
        state: state ?? null,
        days: await todays(db),
        batchId: batch ?? null,
        productId: await productIdOf(db, product),
        before: idAfter(cursor),
        limit: limit + 1,
      })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/redatings/:id',
      needs: 'look',
      tells: 'What was opened, frozen or thawed, by which rule, and what is left of it',
      tag,
      params: IdParams(),
      answer: Redating,
    },
    (db, { params: { id } }) => redatingDetail(db, id),
  )
}

function doing(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/redatings',
      needs: 'redate stock',
      tells:
        'Say that units were opened, frozen or thawed: they become a batch of their own, with the last day of the rule',
      tag,
      status: 201,
      body: NewRedating,
      answer: Redating,
    },
    async (tx, { body }) => redatingDetail(tx, await redateUnits(tx, body)),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/redatings/:id/removals',
      needs: 'redate stock',
      tells: 'Say that opened units were used up or thrown away',
      tag,
      status: 201,
      params: IdParams(),
      body: Exactly({ quantity: Quantity(), as: Choice(ends), reason: Text(1000) }),
      answer: Redating,
    },
    async (tx, { params: { id }, body }) => {
      await removeOpened(tx, id, body)
      return redatingDetail(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/redatings/:id/undoing',
      needs: 'redate stock',
      tells: 'Undo it as a whole: it did not happen, and the units are of their old batch again',
      tag,
      status: 201,
      params: IdParams(),
      body: Exactly({ reason: Text(1000) }),
      answer: Redating,
    },
    async (tx, { params: { id }, body: { reason } }) => {
      await undoRedating(tx, id, reason)
      return redatingDetail(tx, id)
    },
  )
}

function ruling(house: House): void {
  read(
    house,
    {
      url: '/v1/redating-rules',
      needs: 'look',
      tells:
        'What opening, freezing and thawing do to a last day: of a product every version, newest first; else what stands',
      tag,
      query: Exactly({ product: Type.Optional(Reference()) }),
      answer: Type.Object({ items: Type.Array(RedatingRule) }),
    },
    async (db, { query: { product } }) => ({ items: await ruleList(db, await productIdOf(db, product)) }),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/redating-rules',
      needs: 'change rules',
      tells: 'Write what the maker of a product states of opening, freezing and thawing; earlier versions stay',
      tag,
      status: 201,
      body: NewRule,
      answer: RedatingRule,
    },
    (tx, { body }) => writeRule(tx, body),
  )
}
