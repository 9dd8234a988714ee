import {
  Choice,
  Exactly,
  type House,
  Id,
  IdParams,
  Page,
  PageQuery,
  pageOf,
  Reference,
  RefParams,
  read,
  readCursor,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveWarehouses } from '../places/index.ts'
import { approveTransfer } from './approve.ts'
import { cancelTransfer } from './cancel.ts'
import { paperRoutes } from './paper-routes.ts'
import { proposalRoutes } from './proposal-routes.ts'
import { receiveTransfer } from './receive.ts'
import { requestTransfer } from './request.ts'
import { settle } from './settle.ts'
import { NewArrival, NewDispatch, NewSettlement, NewTransfer, Summary, Transfer } from './shapes.ts'
import { shipTransfer } from './ship.ts'
import { everything, transferByRef, transferInFull, withState } from './transfer-detail.ts'
import { transferList } from './transfer-list.ts'

const tag = 'transfers'

export function transfersRoutes(house: House): void {
  asking(house)
  moving(house)
  looking(house)
  paperRoutes(house)
  proposalRoutes(house)
}

function asking(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/transfers',
      needs: 'request transfers',
      tells: 'Ask for goods to go to another warehouse',
      tag,
      status: 201,
      bodyBytesMax: 8_000_000,
      body: NewTransfer,
      answer: Summary,
    },
    async (tx, { body }) => transferByRef(tx, await requestTransfer(tx, body)),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/transfers/:id/approval',
      needs: 'approve transfers',
      tells: 'Approve a transfer: its lines are promised stock, behind all orders that wait',
      tag,
      params: IdParams(),
      answer: Summary,
    },
    async (tx, { params: { id } }) => {
      await approveTransfer(tx, id)
      return transferByRef(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/transfers/:id/cancellation',
      needs: 'request transfers',
      tells: 'Cancel what has not left: what was promised to it is free',
      tag,
      params: IdParams(),
      body: Exactly({ reason: Text(1000) }),
      answer: Summary,
    },
    async (tx, { params, body }) => {
      await cancelTransfer(tx, { ...params, ...body })
      return transferByRef(tx, params.id)
    },
  )
}

function moving(house: House): void {
  const long = { tag, params: IdParams(), answer: Summary, bodyBytesMax: 8_000_000 }
  write(
    house,
    'POST',
    {
      url: '/v1/transfers/:id/shipments',
      needs: 'ship',
      tells: 'What is promised leaves its bins, and is on its way',
      ...long,
      body: NewDispatch,
    },
    async (tx, { params, body }) => {
      await shipTransfer(tx, { ...params, ...body })
      return transferByRef(tx, params.id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/transfers/:id/receipts',
      needs: 'receive',
      tells: 'What is on its way arrives, in whole or in part: the same batch, with its dates and its first receipt',
      ...long,
      body: NewArrival,
    },
    async (tx, { params, body }) => {
      await receiveTransfer(tx, { ...params, ...body })
      return transferByRef(tx, params.id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/transfers/:id/settlements',
      needs: 'adjust stock',
      tells: 'Say what became of goods that left and did not come: lost, found, damaged, or another batch lies there',
      tag,
      params: IdParams(),
      body: NewSettlement,
      answer: Transfer,
    },
    async (tx, { params, body }) => {
      await settle(tx, { ...params, ...body })
      return transferInFull(tx, params.id)
    },
  )
}

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/transfers',
      needs: 'look',
      tells: 'Transfers, newest first',
      tag,
      query: Exactly({
        warehouse: Type.Optional(Reference()),
        batch: Type.Optional(Id()),
        next: Type.Optional(Choice(['approve', 'ship', 'receive'])),
        ...PageQuery,
      }),
      answer: Page(Summary),
    },
    async (db, { query: { warehouse, batch, next = null, cursor, limit = 100 } }) => {
      const [at, id] = readCursor(cursor, 2) ?? [null, null]
      const found = warehouse === undefined ? null : (await resolveWarehouses(db)).get(warehouse)
      if (found === undefined) throw new Refusal('not_found', { kind: 'warehouse', id: warehouse ?? '' })
      const rows = await transferList(db, {
        ...everything,
        warehouseId: found?.id ?? null,
        batchId: batch ?? null,
        next,
        before: typeof at === 'string' && typeof id === 'string' && isId(id) ? { at, id } : null,
        limit: limit + 1,
      })
      return pageOf(rows.map(withState), limit, (row) => [row.requestedAt, row.id])
    },
  )
  read(
    house,
    {
      url: '/v1/transfers/:ref',
      needs: 'look',
      tells: 'A transfer with its lines and batches, by id or number',
      tag,
      params: RefParams(),
      answer: Transfer,
    },
    (db, { params: { ref } }) => transferInFull(db, ref),
  )
}
