import type { Command } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
import { counted } from '../../domain/counted.ts'
import { firstRows } from '../api.ts'
import { exitCodes, Failure, wrongUse } from '../failure.ts'
import { type FoundBatch, findBatch } from '../find-batch.ts'
import { given, positive } from '../options.ts'
import { type Session, sessionOf } from '../session.ts'

type Lying = Readonly<{
  batchId: string
  placeId: string
  placeCode: string
  binId: string | null
  warehouseCode: string
  packOf: number | null
  onHand: number
  reserved: number
}>
type Opened = Readonly<{ moves: readonly { quantity: number }[] }>
type Options = Readonly<{ boxes: number; place?: string; product?: string; note?: string; serial?: string[] }>

const rowsMax = 5000

export function openBoxCommand(root: Command): void {
  root
    .command('open-box')
    .description(
      'open closed boxes that are promised to nobody: their units lie loose in the bin, and who waits for them is served',
    )
    .argument('<batch>', 'code or id')
    .option('--boxes <number>', 'how many', positive, 1)
    .option('--place <code>', 'where they lie, as "A-01 ×100", where the batch has several')
    .option('--product <sku>', 'where several products have a batch of this code')
    .option('--serial <code...>', 'of what is in them, where the product is tracked by serial')
    .option('--note <text>')
    .action(async (ref: string, { boxes, place, product, note, serial }: Options, command: Command) => {
      const session = sessionOf(command)
      const batch = await findBatch(session, { batch: ref, product })
      const lies = await boxesOf(session, batch, place)
      const opening = { batch: batch.id, place: lies.placeId, boxes, ...given({ note, serials: serial }) }
      const opened = await session.api.send<Opened>('POST', '/v1/box-openings', opening)
      session.answer(
        opened,
        () =>
          `${told(boxes)} of ${batchText(batch.code)} at ${lies.placeCode} opened: ${boxes * (lies.packOf ?? 1)} lie loose`,
      )
    })
}

const told = (boxes: number): string => counted(boxes, 'box', 'boxes')

async function boxesOf(session: Session, { id, code, sku }: FoundBatch, place: string | undefined): Promise<Lying> {
  const { items } = await firstRows<Lying>(session.api, '/v1/stock', { limit: rowsMax, query: { product: sku } })
  const boxes = items.filter(({ batchId, packOf }) => batchId === id && packOf !== null)
  const [only, ...others] = place === undefined ? boxes : boxes.filter(({ placeCode }) => placeCode === place)
  const list = boxes.map(({ warehouseCode, placeCode }) => `${warehouseCode} ${placeCode}`).join(', ')
  if (only && others.length === 0) return only
  if (boxes.length === 0) throw new Failure(exitCodes.refused, `No closed boxes of batch "${code}" are here.`)
  throw wrongUse(`Closed boxes of batch "${code}" lie at ${list}. Say which with --place.`)
}
