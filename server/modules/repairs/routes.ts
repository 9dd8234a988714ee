import { repairKinds, undoableUntil } from '#domain/repairs.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import {
  Choice,
  Exactly,
  foresee,
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
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { BatchDetail, batchDetail } from '../batches/index.ts'
import { productIdOf } from '../catalog/index.ts'
import { correct } from './correct.ts'
import { repairPreview } from './preview.ts'
import { repair } from './repair-ask.ts'
import { repairById } from './repair-detail.ts'
import { DateAsk, NewRepair, Repair, RepairPreview, RepairPreviewAsk } from './shapes.ts'
import { noFilter, type RepairView, repairList } from './store.ts'
import { undoRepair } from './undo.ts'

const tag = 'batches'
const needs = 'correct batches'

export function repairsRoutes(house: House): void {
  looking(house)
  repairing(house)
}

const told = (row: RepairView) => ({
  ...row,
  undoableUntil: row.kind === 'merge' && row.undoneAt === null ? undoableUntil(dayIn('UTC', row.madeAt)) : null,
})
const repairTold = async (db: Db, ref: string) => told(await repairById(db, ref))
function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/batch-repairs',
      needs: 'look',
      tells: 'What was merged, split, renamed and dated anew, newest first, with what was undone',
      tag,
      query: Exactly({
        batch: Type.Optional({
          ...Id(),
          description: 'That was repaired, that it was merged into, or that was split off',
        }),
        kind: Type.Optional(Choice(repairKinds)),
        product: Type.Optional(Reference()),
        ...PageQuery,
      }),
      answer: Page(Repair),
    },
    async (db, { query: { batch, kind, product, cursor, limit = 100 } }) => {
      const rows = await repairList(db, {
        ...noFilter,
        batchId: batch ?? null,
        kind: kind ?? null,
        productId: await productIdOf(db, product),
        before: idAfter(cursor),
        limit: limit + 1,
      })
      return pageOf(rows.map(told), limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/batch-repairs/:ref',
      needs: 'look',
      tells: 'A repair, by id or number: what was before and after, who did it and why',
      tag,
      params: RefParams(),
      answer: Repair,
    },
    (db, { params: { ref } }) => repairTold(db, ref),
  )
}

function repairing(house: House): void {
  foresee(
    house,
    {
      url: '/v1/batch-repair-preview',
      needs,
      tells: 'What a repair would do: it is done, told and rolled back',
      tag,
      body: RepairPreviewAsk,
      answer: RepairPreview,
    },
    (tx, { body }) => repairPreview(tx, { ...body, reason: body.reason ?? 'preview' }),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/batch-repairs',
      needs,
      tells: 'Merge a batch into the one that it is, split it, give it the code that is right, or correct a date',
      tag,
      status: 201,
      body: NewRepair,
      answer: Repair,
    },
    async (tx, { body }) => repairTold(tx, await repair(tx, body)),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/batch-repairs/:id/undoing',
      needs,
      tells: 'Undo a repair: what was before stands again',
      tag,
      status: 201,
      params: IdParams(),
      body: Exactly({ reason: Text(1000) }),
      answer: Repair,
    },
    async (tx, { params: { id }, body: { reason } }) => {
      await undoRepair(tx, id, reason)
      return repairTold(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/batches/:id/dates',
      needs,
      tells: 'Correct a date; the old one stays in the history, and the repair can be undone',
      tag,
      params: IdParams(),
      body: DateAsk,
      answer: BatchDetail,
    },
    async (tx, { params, body: { kind, ...said } }) => {
      await correct(tx, { batch: params.id, date: kind, ...said })
      return batchDetail(tx, params.id)
    },
  )
}
