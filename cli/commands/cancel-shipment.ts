import type { Command } from 'commander'
import { counted } from '../../domain/counted.ts'
import { given } from '../options.ts'
import { sessionOf } from '../session.ts'

type Cancelled = Readonly<{
  shipment: { number: string; orderNumber: string; state: 'part_cancelled' | 'cancelled' }
  back: number
  promised: number
}>
type Options = Readonly<{ reason: string; parcel?: string[] }>

export function cancelShipmentCommand(root: Command): void {
  root
    .command('cancel-shipment')
    .description('take back what was shipped by mistake and never left')
    .argument('<shipment>', 'number or id')
    .requiredOption('--reason <text>')
    .option('--parcel <number...>', 'these parcels of it alone, by number or SSCC')
    .action(async (ref: string, { reason, parcel }: Options, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { id } = await api.get<{ id: string }>(`/v1/shipments/${encodeURIComponent(ref)}`)
      const done = await api.send<Cancelled>('POST', `/v1/shipments/${id}/cancellation`, {
        reason,
        ...given({ parcels: parcel }),
      })
      answer(done, () => cancelledText(done))
    })
}

function cancelledText({ shipment: { number, orderNumber, state }, back, promised }: Cancelled): string {
  const what = state === 'cancelled' ? `Shipment ${number} is cancelled` : `A part of shipment ${number} is cancelled`
  return `${what}: ${counted(back, 'unit')} here again, ${promised} of them promised to order ${orderNumber}.`
}
