import { expiryRules } from '#domain/production/last-day.ts'
import {
  Choice,
  Exactly,
  gathered,
  type House,
  Id,
  IdParams,
  idAfter,
  Page,
  PageQuery,
  pageOf,
  Reference,
  RefParams,
  read,
  SearchText,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { found } from '#platform/references.ts'
import { productIdOf } from '../catalog/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { recordRuns } from './record-runs.ts'
import { runDetail, runDetails, runList } from './run-detail.ts'
import { setExpiryRule } from './set-expiry-rule.ts'
import { ExpiryRuleOfProduct, NewRun, Run, RunSummary } from './shapes.ts'
import { expiryRulesOf, runKinds } from './store.ts'
import { undoRun } from './undo-run.ts'

const tag = 'production'

export function productionRoutes(house: House): void {
  making(house)
  looking(house)
  ruling(house)
}

function making(house: House): void {
  gathered(house, {
    url: '/v1/production-runs',
    needs: 'produce',
    tells: 'Record a run: which batches were used, and which were made of them',
    tag,
    body: NewRun,
    answer: Run,
    bulk: {
      field: 'runs',
      tells:
        'Record many runs, in their order: what one makes, a later one may use; a refused one never undoes another',
      itemsMax: 5000,
      bodyBytesMax: 16_000_000,
      brief: Type.Object({ id: Id(), number: Type.String() }),
    },
    weigh: ({ inputs, outputs }) => inputs.length + outputs.length,
    run: recordRuns,
    answers: (tx, done) =>
      runDetails(
        tx,
        done.map(({ id }) => id),
      ),
    brief: (done) => done,
  })
  write(
    house,
    'POST',
    {
      url: '/v1/production-runs/:ref/reversal',
      needs: 'reverse moves',
      tells: 'Undo a run as a whole, while what it made lies untouched',
      tag,
      params: RefParams(),
      body: Exactly({ reason: Text(1000) }),
      answer: Run,
    },
    async (tx, { params: { ref }, body: { reason } }) => runDetail(tx, await undoRun(tx, ref, reason)),
  )
}

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/production-runs',
      needs: 'look',
      tells: 'Production runs, newest first',
      tag,
      query: Exactly({
        product: Type.Optional(Reference()),
        batch: Type.Optional(Id()),
        kind: Type.Optional(Choice(runKinds)),
        warehouse: Type.Optional(Reference()),
        text: Type.Optional(SearchText(200)),
        ...PageQuery,
      }),
      answer: Page(RunSummary),
    },
    async (db, { query: { product, batch, kind, warehouse, text, cursor, limit = 100 } }) => {
      const rows = await runList(db, {
        ids: null,
        number: null,
        kind: kind ?? null,
        warehouseId: found(await resolveWarehouses(db), 'warehouse', warehouse)?.id ?? null,
        productId: await productIdOf(db, product),
        batchId: batch ?? null,
        text: text ?? null,
        after: idAfter(cursor),
        limit: limit + 1,
      })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/production-runs/:ref',
      needs: 'look',
      tells: 'A production run, by id or number, with what it used and made',
      tag,
      params: RefParams(),
      answer: Run,
    },
    (db, { params: { ref } }) => runDetail(db, ref),
  )
}

function ruling(house: House): void {
  read(
    house,
    {
      url: '/v1/production-rules',
      needs: 'look',
      tells: 'Products of which it is said how the last day of what is made comes about; the others are as stated',
      tag,
      query: Exactly({ product: Type.Optional(Reference()) }),
      answer: Type.Object({ items: Type.Array(ExpiryRuleOfProduct) }),
    },
    async (db, { query: { product } }) => {
      const id = await productIdOf(db, product)
      return { items: await expiryRulesOf(db, id === null ? null : [id]) }
    },
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/production-rules/:id',
      needs: 'change rules',
      tells: 'Say of a product, named by its id, whether what is made is good no longer than what it is made of',
      tag,
      params: IdParams(),
      body: Exactly({ rule: Choice(expiryRules) }),
      answer: ExpiryRuleOfProduct,
    },
    (tx, { params: { id }, body: { rule } }) => setExpiryRule(tx, id, rule),
  )
}
