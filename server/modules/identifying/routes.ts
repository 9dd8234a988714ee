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
  Reference,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { productIdOf } from '../catalog/index.ts'
import { beginPath } from './begin-path.ts'
import { giveUp, goOn } from './give-up.ts'
import { identifyUnits } from './identify-units.ts'
import { nameCandidates } from './name-candidates.ts'
import { identifiedOf, pathDetail, pathSummaries } from './path-detail.ts'
import {
  Identified,
  NewCandidates,
  NewPath,
  NewUnits,
  Path,
  PathSummary,
  Preview,
  PreviewQuery,
  states,
  Unidentified,
} from './shapes.ts'
import { undoIdentifying } from './undo-identifying.ts'
import { unidentifiedOf } from './unidentified.ts'
import { whatWouldChange } from './what-would-change.ts'

const tag = 'identifications'

export function identifyingRoutes(house: House): void {
  looking(house)
  asking(house)
  beginning(house)
  identifying(house)
  ending(house)
}

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/identifications',
      needs: 'look',
      tells: 'Products whose stock is being identified batch by batch, newest first, with how far each is',
      tag,
      query: Exactly({
        state: Type.Optional(Choice(states)),
        product: Type.Optional(Reference()),
        ...PageQuery,
      }),
      answer: Page(PathSummary),
    },
    async (db, { query: { state, product, cursor, limit = 100 } }) => {
      const rows = await pathSummaries(db, {
        id: null,
        productId: await productIdOf(db, product),
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
      url: '/v1/identifications/:id',
      needs: 'look',
      tells: 'How far a product is: what is identified, what is left and where, what left unknown',
      tag,
      params: IdParams(),
      answer: Path,
    },
    (db, { params: { id } }) => pathDetail(db, id),
  )
  read(
    house,
    {
      url: '/v1/identifications/:id/units',
      needs: 'look',
      tells: 'What was identified, newest first, with what was undone of it',
      tag,
      params: IdParams(),
      query: Exactly(PageQuery),
      answer: Page(Identified),
    },
    async (db, { params: { id }, query: { cursor, limit = 100 } }) =>
      pageOf(await identifiedOf(db, id, { before: idAfter(cursor), limit: limit + 1 }), limit, (row) => [row.id]),
  )
}

function asking(house: House): void {
  read(
    house,
    {
      url: '/v1/identification-preview',
      needs: 'look',
      tells:
        'What would change if the batches of a product with stock were tracked, and which promises that would forbid',
      tag,
      query: PreviewQuery,
      answer: Preview,
    },
    (db, { query }) => whatWouldChange(db, query),
  )
  read(
    house,
    {
      url: '/v1/batches/:id/unidentified',
      needs: 'look',
      tells: 'Goods on hand without a batch that may be of this one',
      tag,
      params: IdParams(),
      answer: Unidentified,
    },
    (db, { params: { id } }) => unidentifiedOf(db, id),
  )
}

function beginning(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/identifications',
      needs: 'change products',
      tells: 'Track the batches of a product that has stock: orders flow on, and its stock is identified bit by bit',
      tag,
      status: 201,
      body: NewPath,
      answer: Path,
    },
    async (tx, { body }) => pathDetail(tx, await beginPath(tx, body)),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/identifications/:id/candidates',
      needs: 'correct batches',
      tells: 'Say which batches the goods may be of',
      tag,
      params: IdParams(),
      body: NewCandidates,
      answer: Path,
    },
    async (tx, { params: { id }, body: { id: _, ...body } }) => {
      await nameCandidates(tx, id, body)
      return pathDetail(tx, id)
    },
  )
}

function identifying(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/identifications/:id/units',
      needs: 'identify stock',
      tells: 'Say which batch units are, as their labels say: they become that batch where they lie',
      tag,
      status: 201,
      params: IdParams(),
      body: NewUnits,
      answer: Type.Object({ items: Type.Array(Id()), path: Path }),
    },
    async (tx, { params: { id }, body: { id: _, ...body } }) => {
      const items = await identifyUnits(tx, id, body)
      return { items, path: await pathDetail(tx, id) }
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/identified-units/:id/undoing',
      needs: 'identify stock',
      tells: 'They are not that batch: they are unknown again, where they lie',
      tag,
      params: IdParams(),
      body: Exactly({ id: Type.Optional(Id()), reason: Text(1000) }),
      answer: Path,
    },
    async (tx, { params: { id }, body: { reason } }) => pathDetail(tx, await undoIdentifying(tx, id, reason)),
  )
}

function ending(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/identifications/:id/giving-up',
      needs: 'change products',
      tells: 'Look for the rest no more: it goes on to be sold without a batch',
      tag,
      params: IdParams(),
      body: Exactly({ id: Type.Optional(Id()), reason: Text(1000) }),
      answer: Path,
    },
    async (tx, { params: { id }, body: { reason } }) => {
      await giveUp(tx, id, reason)
      return pathDetail(tx, id)
    },
  )
  write(
    house,
    'DELETE',
    {
      url: '/v1/identifications/:id/giving-up',
      needs: 'change products',
      tells: 'Look for the rest after all',
      tag,
      params: IdParams(),
      answer: Path,
    },
    async (tx, { params: { id } }) => {
      await goOn(tx, id)
      return pathDetail(tx, id)
    },
  )
}
