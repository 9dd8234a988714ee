import {
  Choice,
  Day,
  Exactly,
  type House,
  Id,
  IdParams,
  Nullable,
  Page,
  PageQuery,
  pageOf,
  Quantity,
  Reference,
  RefParams,
  read,
  readCursor,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { found, isId } from '#platform/references.ts'
import { resolveProducts } from '../catalog/index.ts'
import { todays } from '../places/index.ts'
import { changeSample } from './change-sample.ts'
import { endings, removeSample } from './remove-sample.ts'
import { sampleDetail, samplesTold } from './sample-detail.ts'
import { setSampleRule } from './set-rule.ts'
import { NewSample, NewSampleRule, Sample, SampleRule } from './shapes.ts'
import { rulesOf } from './store.ts'
import { takeFromStock } from './take-samples.ts'

const tag = 'samples'
const Serials = () => Type.Array(Text(80), { maxItems: 5000 })

export function samplesRoutes(house: House): void {
  looking(house)
  keeping(house)
  ruling(house)
}

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/samples',
      needs: 'look',
      tells: 'Retention samples, those first that are due first',
      tag,
      query: Exactly({
        state: Type.Optional(
          Type.Unsafe<'kept' | 'due' | 'gone'>({
            type: 'string',
            enum: ['kept', 'due', 'gone'],
            description: 'Kept: something is left of it; due: and its day has come where it was taken',
          }),
        ),
        batch: Type.Optional(Id()),
        product: Type.Optional(Reference()),
        receipt: Type.Optional(Id()),
        ...PageQuery,
      }),
      answer: Page(Sample),
    },
    async (db, { query: { state, batch, product, receipt, cursor, limit = 100 } }) => {
      const named = product === undefined ? undefined : await resolveProducts(db, [product])
      const [dueOn, id] = readCursor(cursor, 2) ?? []
      const rows = await samplesTold(db, {
        ref: null,
        id: null,
        state: state ?? null,
        days: await todays(db),
        batchId: batch ?? null,
        productId: named ? found(named, 'product', product ?? '').id : null,
        receiptId: receipt ?? null,
        after: typeof dueOn === 'string' && typeof id === 'string' && isId(id) ? { dueOn, id } : null,
        limit: limit + 1,
      })
      return pageOf(rows, limit, (row) => [row.dueOn, row.id])
    },
  )
  read(
    house,
    {
      url: '/v1/samples/:ref',
      needs: 'look',
      tells: 'A sample, by id or number',
      tag,
      params: RefParams(),
      answer: Sample,
    },
    (db, { params: { ref } }) => sampleDetail(db, ref),
  )
}

function keeping(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/samples',
      needs: 'keep samples',
      tells: 'Keep units of a batch as a sample: they are for sale no more',
      tag,
      status: 201,
      body: NewSample,
      answer: Sample,
    },
    async (tx, { body }) => sampleDetail(tx, await takeFromStock(tx, body)),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/samples/:id/removals',
      needs: 'keep samples',
      tells: 'Say what became of units of a sample: used in a test, destroyed, or returned to stock',
      tag,
      status: 201,
      params: IdParams(),
      body: Exactly({
        quantity: Quantity(),
        as: Choice(endings),
        place: Type.Optional(Reference()),
        serials: Type.Optional(Serials()),
        reason: Text(1000),
      }),
      answer: Sample,
    },
    async (tx, { params: { id }, body }) => {
      await removeSample(tx, id, body)
      return sampleDetail(tx, id)
    },
  )
  write(
    house,
    'PATCH',
    {
      url: '/v1/samples/:id',
      needs: 'keep samples',
      tells: 'Say until when a sample is kept, or where it is found',
      tag,
      params: IdParams(),
      body: Exactly({
        dueOn: Type.Optional(Day()),
        keptAt: Type.Optional(Nullable(Text(200))),
        reason: Text(1000),
      }),
      answer: Sample,
    },
    async (tx, { params: { id }, body }) => {
      await changeSample(tx, id, body)
      return sampleDetail(tx, id)
    },
  )
}

function ruling(house: House): void {
  read(
    house,
    {
      url: '/v1/sample-rules',
      needs: 'look',
      tells: 'How many units of each new batch are kept as samples, by product',
      tag,
      query: Exactly({ product: Type.Optional(Reference()) }),
      answer: Type.Object({ items: Type.Array(SampleRule) }),
    },
    async (db, { query: { product } }) => {
      if (product === undefined) return { items: await rulesOf(db, null) }
      const { id } = found(await resolveProducts(db, [product]), 'product', product)
      return { items: await rulesOf(db, [id]) }
    },
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/sample-rules/:id',
      needs: 'change rules',
      tells: 'Write how many units of each new batch of a product, named by its id, are kept as samples; none with 0',
      tag,
      params: IdParams(),
      body: NewSampleRule,
      answer: SampleRule,
    },
    (tx, { params: { id }, body }) => setSampleRule(tx, id, body),
  )
}
