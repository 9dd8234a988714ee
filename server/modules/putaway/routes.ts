import type { Db } from '#platform/db.ts'
import { Exactly, type House, Id, IdParams, Quantity, Reference, read, Type } from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveWarehouses, type WarehouseRow } from '../places/index.ts'
import { awaitingPutaway } from './awaiting.ts'
import { binDetail, binMap } from './bin-map.ts'
import { misplaced } from './misplaced.ts'
import { binProposals } from './proposals.ts'
import { Awaiting, BinDetail, BinMap, BinProposals, Misplaced } from './shapes.ts'

const tag = 'putaway'
const OfWarehouse = Exactly({ warehouse: Type.Optional(Reference()) })

export function putawayRoutes(house: House): void {
  working(house)
  looking(house)
}

function working(house: House): void {
  read(
    house,
    {
      url: '/v1/putaway',
      needs: 'look',
      tells: 'What lies on docks, with the bins where it should go; put it there by a relocation',
      tag,
      query: OfWarehouse,
      answer: Awaiting,
    },
    async (db, { query }) => awaitingPutaway(db, (await warehouseOf(db, query.warehouse))?.id ?? null),
  )
  read(
    house,
    {
      url: '/v1/bin-proposals',
      needs: 'look',
      tells:
        'Where so much of a batch, or of a product, may lie in a warehouse, the best bin first, and of the others why not',
      tag,
      query: Exactly({
        warehouse: Reference(),
        batch: Type.Optional(Id()),
        product: Type.Optional(Reference()),
        quantity: Quantity(),
      }),
      answer: BinProposals,
    },
    (db, { query }) => binProposals(db, query),
  )
  read(
    house,
    {
      url: '/v1/misplaced',
      needs: 'look',
      tells: 'What lies where it must not, why, and where to move it; the first 500',
      tag,
      query: OfWarehouse,
      answer: Misplaced,
    },
    async (db, { query }) => misplaced(db, (await warehouseOf(db, query.warehouse))?.id ?? null),
  )
}

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/bin-map',
      needs: 'look',
      tells: 'Every bin of a warehouse with its fill, its earliest last day and whether anything there is held',
      tag,
      query: Exactly({ warehouse: Reference() }),
      answer: BinMap,
    },
    async (db, { query }) => {
      const warehouse = await warehouseOf(db, query.warehouse)
      return { items: warehouse ? await binMap(db, warehouse) : [] }
    },
  )
  read(
    house,
    {
      url: '/v1/bins/:id',
      needs: 'look',
      tells: 'One bin, or another place of a warehouse, with all that lies there',
      tag,
      params: IdParams(),
      answer: BinDetail,
    },
    (db, { params }) => binDetail(db, params.id),
  )
}

async function warehouseOf(db: Db, ref: string | undefined): Promise<WarehouseRow | null> {
  if (ref === undefined) return null
  const found = (await resolveWarehouses(db)).get(ref)
  if (!found) throw new Refusal('not_found', { kind: 'warehouse', id: ref })
  return found
}
