import type { Command } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
import { kitColumn } from '../kit-column.ts'
import { given, positive } from '../options.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Parcel = Readonly<{
  id: string
  number: string
  orderNumber: string
  sscc: string | null
  ssccNote: string | null
  lines: readonly {
    kitSku: string | null
    sku: string
    batchCode: string
    expiresOn: string | null
    quantity: number
  }[]
}>
type Options = Readonly<{
  warehouse?: string
  weight?: number
  partKits?: true
  ship?: true
  carrier?: string
  tracking?: string
}>

export function packCommand(root: Command): void {
  root
    .command('pack')
    .description('put what was picked of an order into a parcel')
    .argument('<order>', 'number or id')
    .option('--warehouse <code>', 'where it was picked in several')
    .option('--weight <grams>', 'with its packing', positive)
    .option('--part-kits', 'a part of a kit may go alone')
    .option('--ship', 'and ship it at once')
    .option('--carrier <name>')
    .option('--tracking <number>')
    .action(async (order: string, options: Options, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { warehouse, weight, partKits, ship, carrier, tracking } = options
      const parcel = await api.send<Parcel>('POST', '/v1/parcels', {
        order,
        ...given({ warehouse, weightGrams: weight, partKits }),
      })
      if (ship) {
        const papers = given({ carrier, trackingNumber: tracking, partKits })
        await api.send('POST', '/v1/shipments', { order, parcels: [parcel.id], ...papers })
      }
      answer(parcel, () => parcelText(parcel, ship ? 'packed and shipped' : 'packed'))
    })
}

function parcelText({ number, orderNumber, sscc, ssccNote, lines }: Parcel, done: string): string {
  const rows = table(lines, [
    { title: 'SKU', of: ({ sku }) => sku },
    ...kitColumn(lines),
    { title: 'Batch', of: ({ batchCode }) => batchText(batchCode) },
    { title: 'Expires', of: ({ expiresOn }) => expiresOn },
    { title: 'Quantity', of: ({ quantity }) => quantity },
  ])
  return `Parcel ${number} of order ${orderNumber} is ${done}.\n${sscc ? `SSCC ${sscc}` : ssccNote}\n${rows}`
}
