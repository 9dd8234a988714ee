import { answerOf, api, intent } from '../../api/client.ts'
import { useWrite } from '../../shared/use-write.ts'

export type Leaving = Readonly<{ parcels: string[]; partKits?: true }>

/** Parcels leave together; `onShipped` is told the number of each shipment. */
export const useShipParcels = (order: string, onShipped: (number: string) => void) =>
  useWrite(
    (leaving: Leaving, key) =>
      answerOf(api.POST('/v1/shipments', { body: { order, ...leaving }, headers: intent(key) })),
    ({ items }) => {
      for (const { number } of items) onShipped(number)
    },
  )
