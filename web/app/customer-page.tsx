/**
 * web/app/customer-page.tsx — a customer with the orders and the batches received, put together from features that do not
 * know each other.
 */
import { PartnerPage } from '../features/catalog/partner-page.tsx'
import { OrdersOf } from '../features/orders/orders-of.tsx'
import { SoldOnSection } from '../features/sellthrough/sold-on-section.tsx'
import { CustomerBatches } from '../features/trace/customer-batches.tsx'

export function CustomerPage({ customerRef }: { customerRef: string }) {
  return (
    <PartnerPage
      kind="customers"
      partnerRef={customerRef}
      more={({ id, ...partner }) => (
        <>
          <CustomerBatches customerId={id} />
          {'audience' in partner && partner.audience === 'consumer' ? null : <SoldOnSection customerId={id} />}
          <OrdersOf of={{ customer: id }} />
        </>
      )}
    />
  )
}
