/**
 * web/features/delivery/delivery-settings.tsx — what decides on which day a customer has his parcel: carriers' services, how long
 * they take, days of rest, and a way to try it. Cut-off times stand at the warehouses.
 */
import { HolidaySettings } from './holiday-settings.tsx'
import { ServiceSettings } from './service-settings.tsx'
import { TransitSettings } from './transit-settings.tsx'
import { TryDelivery } from './try-delivery.tsx'

export function DeliverySettings() {
  return (
    <>
      <ServiceSettings />
      <TransitSettings />
      <HolidaySettings />
      <TryDelivery />
    </>
  )
}
