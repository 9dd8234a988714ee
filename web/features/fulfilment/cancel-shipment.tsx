import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { CancelledShipment, Parcel, Shipment } from '../../api/types.ts'
import { May } from '../../shared/may.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'

type CancelProps = Readonly<{
  shipmentId: string
  /** This one alone; else all of the shipment. */
  parcel?: Readonly<{ id: string; number: string }>
  /** What will happen. */
  about: ReactNode
  title: string
  children: ReactNode
}>

/** What was shipped by mistake and never left the house. */
export function CancelShipment({ shipment: { id, number, orderNumber, state } }: { shipment: Shipment }) {
  if (state === 'cancelled') return null
  return (
    <Cancel shipmentId={id} title={`Cancel shipment ${number}`} about={whatHappens(orderNumber)}>
      Cancel
    </Cancel>
  )
}

/** Nothing for a parcel that is here. */
export function TakeOutParcel({ parcel }: { parcel: Parcel }) {
  const { number, shipmentId, shipmentNumber, orderNumber } = parcel
  if (shipmentId === null) return null
  return (
    <Cancel
      shipmentId={shipmentId}
      parcel={parcel}
      title={`Take parcel ${number} out of shipment ${shipmentNumber}`}
      about={whatHappens(orderNumber)}
    >
      It never left
    </Cancel>
  )
}

function Cancel({ shipmentId, parcel, about, title, children }: CancelProps) {
  return (
    <May to="ship">
      <ReasonButton
        send={(reason, key) =>
          answerOf(
            api.POST('/v1/shipments/{id}/cancellation', {
              params: { path: { id: shipmentId } },
              body: { reason, ...(parcel ? { parcels: [parcel.id] } : {}) },
              headers: intent(key),
            }),
          )
        }
        onDone={(done) => notifications.show(whatBecame(done, parcel?.number))}
        title={title}
        about={about}
        confirm="It never left"
        danger
      >
        {children}
      </ReasonButton>
    </May>
  )
}

function whatBecame({ shipment, back, promised }: CancelledShipment, parcel: string | undefined) {
  const what = parcel ? `Parcel ${parcel} is here again.` : `Shipment ${shipment.number} is cancelled.`
  if (promised === back) return { message: `${what} All of it is promised to order ${shipment.orderNumber} again.` }
  const waits = quantityText(back - promised)
  const told = `${waits} of ${quantityText(back)} are here and not promised: order ${shipment.orderNumber} says why.`
  return { message: `${what} ${told}`, color: 'yellow' }
}

/** What is told before it is done. */
const whatHappens = (order: string): string =>
  `For what never left. The goods lie again where they were taken from, what was packed stands packed under its number, and order ${order} is promised the very same, as far as nothing has been put on hold, expired or barred since. The trace names this customer for them no more. What had left comes back by a return.`
