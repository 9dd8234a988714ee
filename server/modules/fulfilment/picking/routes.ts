import {
  Choice,
  Exactly,
  type House,
  IdParams,
  idAfter,
  Page,
  PageQuery,
  pageOf,
  Quantity,
  Reference,
  RefParams,
  read,
  Type,
  write,
} from '#platform/http/index.ts'
import { found } from '#platform/references.ts'
import { resolveWarehouses } from '../../places/index.ts'
import { giveUp } from './give-up.ts'
import { LeftPicked, leftPicked } from './left-picked.ts'
import { closeWave, makeWave } from './make-wave.ts'
import { pick } from './pick.ts'
import type { PickHooks } from './pick-hooks.ts'
import { putBack } from './put-back.ts'
import { GivenUp, NewPick, NewPutBack, NewShort, NewWave, Picked, Wave, WaveSummary } from './shapes.ts'
import { shortPick } from './short-pick.ts'
import { waveDetail, waveSummaries } from './wave-detail.ts'

const tag = 'fulfilment'

export function pickingRoutes(house: House, hooks: PickHooks): void {
  waves(house)
  read(
    house,
    {
      url: '/v1/left-picked',
      needs: 'look',
      tells: 'Orders with goods that lie picked though no open wave has them: to be packed, shipped or put back',
      tag,
      answer: LeftPicked,
    },
    (db) => leftPicked(db),
  )
  making(house)
  taking(house, hooks)
  failing(house)
}

function waves(house: House): void {
  read(
    house,
    {
      url: '/v1/pick-waves',
      needs: 'look',
      tells: 'Pick waves, newest first, with how far they are',
      tag,
      query: Exactly({
        warehouse: Type.Optional(Reference()),
        state: Type.Optional(Choice(['open', 'closed'])),
        ...PageQuery,
      }),
      answer: Page(WaveSummary),
    },
    async (db, { query: { warehouse, state, cursor, limit = 100 } }) => {
      const rows = await waveSummaries(db, {
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
      url: '/v1/pick-waves/:ref',
      needs: 'look',
      tells: 'A pick wave, by id or number: what to pick, bin by bin, and what is to be put back',
      tag,
      params: RefParams(),
      answer: Wave,
    },
    (db, { params: { ref } }) => waveDetail(db, ref),
  )
}

function making(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/pick-waves',
      needs: 'ship',
      tells: 'Make a pick wave of the orders named, or of those due first',
      tag,
      status: 201,
      body: NewWave,
      answer: Wave,
    },
    async (tx, { body }) => waveDetail(tx, await makeWave(tx, body)),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/pick-waves/:id/closing',
      needs: 'ship',
      tells: 'Close a wave; what is not picked of its orders can go into another',
      tag,
      params: IdParams(),
      answer: Wave,
    },
    async (tx, { params: { id } }) => {
      await closeWave(tx, id)
      return waveDetail(tx, id)
    },
  )
}

function taking(house: House, hooks: PickHooks): void {
  write(
    house,
    'POST',
    {
      url: '/v1/pick-waves/:id/picks',
      needs: 'ship',
      tells: 'Pick what was scanned; another batch than planned is swapped where the rules of the line allow it',
      tag,
      status: 201,
      params: IdParams(),
      body: NewPick,
      answer: Picked,
    },
    async (tx, { params: { id }, body }) => {
      const identified = await hooks.before(tx, id, body)
      const picked = await pick(tx, id, body)
      if (!identified) return picked
      await hooks.after(tx, identified.batchId)
      return { ...picked, notes: [identified.says, ...picked.notes] }
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/order-lines/:id/put-backs',
      needs: 'ship',
      tells: 'Put picked goods back to their bin',
      tag,
      status: 201,
      params: IdParams(),
      body: NewPutBack,
      answer: Type.Object({ quantity: Quantity(), placeCode: Type.String(), batchCode: Type.String() }),
    },
    async (tx, { params: { id }, body: { id: _, ...body } }) => {
      const { placeCode, batchCode } = await putBack(tx, { orderLineId: id, ...body })
      return { quantity: body.quantity, placeCode, batchCode }
    },
  )
}

function failing(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/pick-waves/:id/short',
      needs: 'ship',
      tells: 'Fewer are at the bin: what is missing leaves the stock, and the line is served from elsewhere',
      tag,
      status: 201,
      params: IdParams(),
      body: NewShort,
      answer: Type.Object({ picked: Type.Integer(), missing: Quantity(), gone: Quantity() }),
    },
    (tx, { params: { id }, body }) => shortPick(tx, id, body),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/pick-waves/:id/given-up-picks',
      needs: 'ship',
      tells:
        'A pick that was made without network, and refused when it came, is given up: nothing moves, the audit tells of it',
      tag,
      status: 201,
      params: IdParams(),
      body: GivenUp,
      answer: Type.Object({ number: Type.String() }),
    },
    (tx, { params: { id }, body }) => giveUp(tx, id, body),
  )
}
