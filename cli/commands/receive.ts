import type { Command } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
import { day, given, instant, oneOf, positive, whole } from '../options.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Receipt = Readonly<{
  number: string
  warehouseCode: string
  receivedAt: string
  lines: readonly {
    sku: string
    batchCode: string
    expiresOn: string | null
    quantity: number
    placeCode: string
    lifeDaysLeft: number | null
    outcome: string
  }[]
}>

export function receiveCommand(root: Command): void {
  root
    .command('receive')
    .description('receive one product; many at once: import stock')
    .argument('<product>', 'SKU or id')
    .argument('<quantity>', 'in base units, or in packs with --pack', positive)
    .requiredOption('--warehouse <code>')
    .option('--batch <code>', 'as on the label')
    .option('--expires <day>', 'expiry date', day)
    .option('--best-before <day>', 'best-before date', day)
    .option('--use-by <day>', 'use-by date', day)
    .option('--produced <day>', 'production date', day)
    .option('--pack <name>', 'the quantity counts these packs')
    .option('--boxes-of <units>', 'base units in each box, where the boxes stay closed', positive)
    .option('--place <code>', 'bin; else the first of the warehouse')
    .option('--supplier <code>')
    .option('--supplier-lot <text>', "the supplier's own number")
    .option('--origin <country>', 'two letters, as DE')
    .option('--inbound <number>', 'the announced shipment that arrived')
    .option('--lot <code>', 'logistics lot')
    .option('--reference <text>', 'delivery note and the like')
    .option('--received-at <time>', 'when, if not now', instant)
    .option('--unit-cost <minor units>', 'cost of one base unit, e.g. in cents', whole)
    .option('--currency <code>', 'of the cost')
    .option('--damaged', 'arrived damaged: not sellable')
    .option(
      '--batch-is <answer>',
      'your answer where a code looks like a known one: same or different',
      oneOf(['same', 'different']),
    )
    .action(async (product: string, quantity: number, options: Record<string, string>, command: Command) => {
      const session = sessionOf(command)
      const receipt = await session.api.send<Receipt>('POST', '/v1/receipts', bodyOf({ product, quantity, options }))
      session.answer(receipt, () => receiptText(receipt))
    })
}

function bodyOf(ask: { product: string; quantity: number; options: Record<string, string> }) {
  const { product, quantity, options } = ask
  const line = given({
    product,
    quantity,
    pack: options.pack,
    closedPackOf: options.boxesOf,
    batch: options.batch,
    place: options.place,
    producedOn: options.produced,
    bestBefore: options.bestBefore,
    useBy: options.useBy,
    expiresOn: options.expires,
    supplierLot: options.supplierLot,
    originCountry: options.origin,
    condition: options.damaged ? 'damaged' : undefined,
    unitCost: options.unitCost,
    currency: options.currency,
    batchIs: options.batchIs,
  })
  const { warehouse, supplier, inbound, lot, reference, receivedAt } = options
  return { ...given({ warehouse, supplier, inbound, lot, reference, receivedAt }), lines: [line] }
}

function receiptText({ number, warehouseCode, lines }: Receipt): string {
  const rows = table(lines, [
    { title: 'SKU', of: ({ sku }) => sku },
    { title: 'Batch', of: ({ batchCode }) => batchText(batchCode) },
    { title: 'Expires', of: ({ expiresOn }) => expiresOn },
    { title: 'Days left', of: ({ lifeDaysLeft }) => lifeDaysLeft },
    { title: 'Quantity', of: ({ quantity }) => quantity },
    { title: 'Place', of: ({ placeCode }) => placeCode },
    { title: 'Outcome', of: ({ outcome }) => outcome },
  ])
  return `Receipt ${number} at ${warehouseCode}\n${rows}`
}
