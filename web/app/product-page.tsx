/**
 * web/app/product-page.tsx — a product with its batches, holds and orders, put together from features that do not know
 * each other.
 */
import { StepsOfProduct } from '../features/alerts/steps-of-product.tsx'
import { CodePattern } from '../features/batches/code-pattern.tsx'
import { ProductPage as Catalog } from '../features/catalog/product-page.tsx'
import { PathOf } from '../features/identifying/path-of.tsx'
import { TrackBatches } from '../features/identifying/track-batches.tsx'
import { OrdersOf } from '../features/orders/orders-of.tsx'
import { PoolsOf } from '../features/pools/pools-of.tsx'
import { ExpiryRuleOf } from '../features/production/expiry-rule.tsx'
import { HoldButton } from '../features/quality/hold-button.tsx'
import { SubjectHolds } from '../features/quality/subject-holds.tsx'
import { RedatingRuleOf } from '../features/redating/redating-rule.tsx'
import { SampleRuleOf } from '../features/samples/sample-rule.tsx'

export function ProductPage({ productRef }: { productRef: string }) {
  return (
    <Catalog
      productRef={productRef}
      actions={({ id, sku, kit, tracking }) =>
        kit.length > 0 ? null : (
          <>
            {tracking === 'none' ? <TrackBatches product={{ id, sku, tracking }} label="Track batches" /> : null}
            <HoldButton about={{ kind: 'product', code: sku, sku }} />
          </>
        )
      }
      more={({ id, sku, kit, tracking, baseUnit, dates }) => (
        <>
          {kit.length > 0 ? null : <PathOf product={{ id, sku, tracking, baseUnit }} />}
          {kit.length > 0 ? null : <PoolsOf of={{ product: id }} sku={sku} />}
          <OrdersOf of={{ product: id }} />
          {kit.length > 0 || tracking === 'none' ? null : <StepsOfProduct product={{ id, sku }} />}
          {kit.length > 0 || tracking === 'none' ? null : <CodePattern product={{ id, sku }} />}
          {kit.length > 0 || dates === 'none' ? null : <ExpiryRuleOf product={{ id }} />}
          {kit.length > 0 ? null : <SampleRuleOf product={{ id, sku }} />}
          {kit.length > 0 || tracking !== 'batch' ? null : <RedatingRuleOf product={{ id, sku }} />}
          {kit.length > 0 ? null : <SubjectHolds of={{ product: id }} />}
        </>
      )}
    />
  )
}
