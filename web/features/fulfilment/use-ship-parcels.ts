import { answerOf, api, intent } from '../../api/client.ts'
import { useWrite } from '../../shared/use-write.ts'

/** Parcels leave together; `onShipped` is told the number of each shipment. */
export const useShipParcels = (order: string, onShipped: (number: string) => void) =>
  useWrite(
    (parcels: string[], key) => answerOf(api.POST('/v1/shipments', { body: { order, parcels }, headers: intent(key) })),
    ({ items }) => {
      for (const { number } of items) onShipped(number)
    },
  )
