import { abcDefinition } from '#domain/counts/abc-classes.ts'
import {
  Choice,
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
  RefParams,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveWarehouses } from '../places/index.ts'
import { abcOf } from './abc.ts'
import { accuracyDefinition, accuracyOf } from './accuracy.ts'
import { book } from './book.ts'
import { countDetail, countDifferences, countSummaries } from './count-detail.ts'
import { makeCount } from './make-count.ts'
import { askRecount, closeCount } from './recount.ts'
import {
  AbcQuery,
  Booked,
  Booking,
  CountShape,
  CountSummary,
  Differences,
  linesMax,
  NewCount,
  NewTallies,
  Tallied,
} from './shapes.ts'
import { tally } from './tally.ts'

const tag = 'counts'

export function countsRoutes(house: House): void {
  looking(house)
  figures(house)
  counting(house)
  settling(house)
}

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/counts',
      needs: 'look',
      tells: 'Counts, newest first, with how far they are',
      tag,
      query: Exactly({
        warehouse: Type.Optional(Reference()),
        state: Type.Optional(Choice(['open', 'closed'])),
        ...PageQuery,
      }),
      answer: Page(CountSummary),
    },
    async (db, { query: { warehouse, state, cursor, limit = 100 } }) => {
      const rows = await countSummaries(db, {
        ref: null,
        id: null,
        warehouseId: found(await resolveWarehouses(db), 'warehouse', warehouse)?.id ?? null,
        state: state ?? null,
        before: idAfter(cursor),
        limit: limit + 1,
      })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/counts/:ref',
      needs: 'look',
      tells: 'A count, by id or number, bin by bin',
      tag,
      params: RefParams(),
      answer: CountShape,
    },
    (db, { params: { ref } }) => countDetail(db, ref),
  )
  read(
    house,
    {
      url: '/v1/counts/:ref/differences',
      needs: 'look',
      tells: 'Where the last tally of each bin is not what was expected then, with what it is worth and what it may be',
      tag,
      params: RefParams(),
      answer: Differences,
    },
    (db, { params: { ref } }) => countDifferences(db, ref),
  )
}

function figures(house: House): void {
  read(
    house,
    {
      url: '/v1/abc-classes',
      needs: 'look',
      tells: 'Which products make up most of what left a warehouse',
      tag,
      query: Exactly(AbcQuery),
      answer: Type.Object({
        definition: Type.String(),
        items: Type.Array(
          Type.Object({
            productId: Id(),
            sku: Type.String(),
            name: Type.String(),
            class: Choice(['A', 'B', 'C']),
            amount: Type.Integer({ description: 'Base units, or minor units of the currency' }),
          }),
        ),
      }),
    },
    async (db, { query: { warehouse, by = 'units' } }) => {
      const { id: warehouseId } = found(await resolveWarehouses(db), 'warehouse', warehouse)
      return { definition: abcDefinition(by), items: await abcOf(db, { warehouseId, by }) }
    },
  )
  read(
    house,
    {
      url: '/v1/batch-accuracy',
      needs: 'look',
      tells: 'How often the system was right about a batch in a bin, by warehouse',
      tag,
      query: Exactly({
        warehouse: Type.Optional(Reference()),
        from: Type.Optional(Instant()),
        until: Type.Optional(Instant()),
      }),
      answer: Type.Object({
        definition: Type.String(),
        items: Type.Array(
          Type.Object({
            warehouseId: Id(),
            warehouseCode: Type.String(),
            counted: Type.Integer({ description: 'Batches at bins' }),
            right: Type.Integer(),
            percent: Nullable(Type.Number({ description: 'To one decimal' })),
          }),
        ),
      }),
    },
    async (db, { query: { warehouse, from = null, until = null } }) => {
      const warehouseId = found(await resolveWarehouses(db), 'warehouse', warehouse)?.id ?? null
      const rows = await accuracyOf(db, { warehouseId, from, until })
      const items = rows.map((row) => ({ ...row, percent: Math.round((1000 * row.right) / row.counted) / 10 }))
      return { definition: accuracyDefinition, items }
    },
  )
}

function counting(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/counts',
      needs: 'count',
      tells: 'Ask for a count: of bins, products, batches, an ABC class, or bins drawn at random',
      tag,
      status: 201,
      body: NewCount,
      answer: CountShape,
    },
    async (tx, { body }) => countDetail(tx, await makeCount(tx, body)),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/counts/:id/tallies',
      needs: 'count',
      tells: 'Write what was found in bins; a bin that was counted before is counted anew',
      tag,
      status: 201,
      bodyBytesMax: 8_000_000,
      params: IdParams(),
      body: NewTallies,
      answer: Tallied,
    },
    async (tx, { params: { id }, body: { tallies } }) => {
      if (tallies.reduce((sum, { lines }) => sum + lines.length, 0) > linesMax)
        throw new Refusal('invalid_input', {
          problems: [{ at: 'tallies', message: `must have at most ${linesMax} lines together` }],
        })
      const items = await tally(tx, id, tallies)
      return {
        items: items.map(({ id: own, task, round }) => ({
          id: own,
          placeId: task.placeId,
          placeCode: task.placeCode,
          round,
        })),
      }
    },
  )
}

function settling(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/counts/:id/bookings',
      needs: 'count',
      tells: 'Book differences: those named, or all that you may. Above the limit, somebody else than the counter does',
      tag,
      status: 201,
      params: IdParams(),
      body: Booking,
      answer: Booked,
    },
    (tx, { params: { id }, body: { id: _, ...body } }) => book(tx, id, body),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/counts/:id/recounts',
      needs: 'approve counts',
      tells: 'Have bins counted again; their differences wait for it',
      tag,
      status: 201,
      params: IdParams(),
      body: Exactly({ places: Type.Array(Reference(), { minItems: 1, maxItems: linesMax }), reason: Text(1000) }),
      answer: CountShape,
    },
    async (tx, { params: { id }, body }) => {
      await askRecount(tx, id, body)
      return countDetail(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/counts/:id/closing',
      needs: 'approve counts',
      tells: 'Close a count; with a reason where something is left',
      tag,
      params: IdParams(),
      body: Exactly({ reason: Type.Optional(Text(1000)) }),
      answer: CountShape,
    },
    async (tx, { params: { id }, body: { reason } }) => {
      await closeCount(tx, id, reason ?? null)
      return countDetail(tx, id)
    },
  )
}
