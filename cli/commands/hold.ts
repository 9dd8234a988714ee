import type { Command } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
import { counted } from '../../domain/counted.ts'
import { type Api, firstRows, rowsOf } from '../api.ts'
import { wrongUse } from '../failure.ts'
import { findBatch } from '../find-batch.ts'
import { given, positive } from '../options.ts'
import { type Session, sessionOf } from '../session.ts'
import { table } from '../table.ts'
import { findWarehouse } from '../warehouses.ts'

type Hold = Readonly<{
  id: string
  number: string
  scope: string
  sku: string | null
  batchId: string | null
  batchCode: string | null
  lotCode: string | null
  placeCode: string | null
  warehouseCode: string | null
  reason: string
  placedBy: string
  placedAt: string
  liftedAt: string | null
  liftedBy: string | null
}>
type Placed = Hold & { released: { reservations: number; quantity: number } }
type Options = {
  batch?: string
  product?: string
  lot?: string
  place?: string
  warehouse?: string
  everything?: boolean
  relatives?: boolean
  unidentified?: boolean
  reason: string
}

export function holdCommands(root: Command): void {
  const hold = root.command('hold').description('Holds: stock that is not to be allocated or shipped')
  placeCommand(hold)
  hold
    .command('list')
    .description('active holds, newest first')
    .option('--all', 'lifted ones too')
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ all, limit }: { all?: boolean; limit: number }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Hold>(api, '/v1/holds', { limit, query: all ? {} : { active: true } })
      answer({ items, more }, () => table(items, columns))
    })
  hold
    .command('lift')
    .description('lift a hold; others stay')
    .argument('<hold>', 'number or id')
    .requiredOption('--reason <text>')
    .action(async (ref: string, { reason }: { reason: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { id } = await api.get<Hold>(`/v1/holds/${encodeURIComponent(ref)}`)
      const lifted = await api.send<Hold>('POST', `/v1/holds/${id}/lifting`, { reason })
      answer(lifted, () => `Hold ${lifted.number} is lifted.`)
    })
}

function placeCommand(hold: Command): void {
  hold
    .command('place')
    .description('hold a batch, a product, a lot, a place, a batch at a place, or everything')
    .option('--batch <code>', 'code or id; with --product where several have the code')
    .option('--product <sku>')
    .option('--lot <code>')
    .option('--place <code>', 'with --warehouse where there are several')
    .option('--warehouse <code>')
    .option('--everything', 'all stock of the account')
    .option('--relatives', 'with --batch: everything that comes from the same batch as well')
    .option('--unidentified', 'with --batch: goods without batch that may be of it as well')
    .requiredOption('--reason <text>')
    .action(async (options: Options, command: Command) => {
      const session = sessionOf(command)
      const body = { ...(await scopeOf(session, options)), reason: options.reason }
      const placed = await session.api.send<Placed>('POST', '/v1/holds', body)
      const { quantity, reservations } = placed.released
      const unknown = body.scope === 'batch' ? await unidentifiedOf(session.api, placed, options) : []
      session.answer(placed, () =>
        [
          `Hold ${placed.number} stands.`,
          ...(quantity > 0
            ? [
                `Released: ${counted(quantity, 'unit')} of ${counted(reservations, 'reservation')}; their orders try other batches.`,
              ]
            : []),
          ...unknown,
        ].join('\n'),
      )
    })
}

type Unidentified = Readonly<{ unknownBatchId: string | null; sku: string | null; most: number }>

/** What is told of goods without batch that may be of it, once they are held as well where that is asked. */
async function unidentifiedOf(api: Api, { batchId, batchCode }: Placed, { unidentified, reason }: Options) {
  const { unknownBatchId: batch, sku, most } = await api.get<Unidentified>(`/v1/batches/${batchId}/unidentified`)
  if (batch === null || most === 0) return []
  if (!unidentified)
    return [`${counted(most, 'unit')} of ${sku} without a batch may be of it. Hold them too with --unidentified.`]
  const body = { scope: 'batch', batch, reason: `May be of batch ${batchCode}: ${reason}` }
  const { number } = await api.send<Placed>('POST', '/v1/holds', body)
  return [`Hold ${number} stands on what may be of it.`]
}

async function scopeOf(session: Session, options: Options) {
  const { batch, product, lot, place, everything, relatives } = options
  const named = [batch ?? product, lot, place, everything].filter((one) => one !== undefined).length
  if (batch !== undefined && place !== undefined && named === 2) {
    const { id } = await findBatch(session, { batch, product })
    return { scope: 'balance', batch: id, place: await placeId(session.api, options) }
  }
  if (named !== 1)
    throw wrongUse('Name one of --batch, --product, --lot, --place, --everything; or --batch with --place.')
  if (batch !== undefined) {
    const { id } = await findBatch(session, { batch, product })
    return { scope: 'batch', batch: id, ...given({ relatives }) }
  }
  if (relatives) throw wrongUse('--relatives belongs to --batch.')
  if (place !== undefined) return { scope: 'place', place: await placeId(session.api, options) }
  const scope = everything ? 'account' : product === undefined ? 'lot' : 'product'
  return { scope, ...given({ product, lot }) }
}

async function placeId(api: Api, { place, warehouse }: Options): Promise<string> {
  const { id, code: building } = await findWarehouse(api, warehouse)
  for await (const row of rowsOf<{ id: string; code: string }>(api, '/v1/places', { warehouse: id }))
    if (row.code === place || row.id === place) return row.id
  throw wrongUse(`Warehouse ${building} has no place "${place}".`)
}

const subject = (hold: Hold): string =>
  [hold.sku, hold.batchCode && batchText(hold.batchCode), hold.lotCode, hold.warehouseCode, hold.placeCode]
    .filter(Boolean)
    .join(' ') || 'everything'

const columns = [
  { title: 'Hold', of: ({ number }: Hold) => number },
  { title: 'Scope', of: ({ scope }: Hold) => scope },
  { title: 'On', of: subject },
  { title: 'Reason', of: ({ reason }: Hold) => reason },
  { title: 'By', of: ({ placedBy }: Hold) => placedBy },
  { title: 'Since', of: ({ placedAt }: Hold) => placedAt.slice(0, 10) },
  { title: 'Lifted', of: ({ liftedAt, liftedBy }: Hold) => (liftedAt ? `${liftedAt.slice(0, 10)} ${liftedBy}` : null) },
]
