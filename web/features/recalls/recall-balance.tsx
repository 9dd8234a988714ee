/**
 * web/features/recalls/recall-balance.tsx — of each product, what customers got and where all of it is now; both bars add up.
 */
import { Title } from '@mantine/core'
import type { Recall } from '../../api/types.ts'
import { Section } from '../../shared/page.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { type BarPart, QuantityBar } from '../../shared/quantity-bar.tsx'
import { Sign } from '../../shared/sign.tsx'

type Balance = NonNullable<Recall['balance']>[number]

export function RecallBalance({ balance }: { balance: readonly Balance[] }) {
  if (balance.length === 0) return null
  return (
    <Section title="What came back, and what is still out">
      {balance.map((row) => (
        <OfProduct key={row.productId} of={row} />
      ))}
    </Section>
  )
}

const sumOf = (parts: readonly BarPart[]) => parts.reduce((sum, { quantity }) => sum + quantity, 0)

function OfProduct({ of }: { of: Balance }) {
  const sent = [
    { label: 'recovered', tint: 'leaf.5', quantity: of.recovered },
    { label: 'outstanding', tint: 'saffron.5', quantity: of.outstanding },
  ]
  const now = [
    { label: 'outstanding', tint: 'saffron.5', quantity: of.outstanding },
    { label: 'held', tint: 'iris.5', quantity: of.held },
    { label: 'destroyed', tint: 'brick.4', quantity: of.destroyed },
    { label: 'used, lost or kept as samples', tint: 'gray.5', quantity: Math.max(of.other, 0) },
    { label: 'not accounted for', tint: 'brick.7', quantity: Math.abs(of.gap) },
  ]
  const most = Math.max(sumOf(sent), sumOf(now))
  return (
    <div>
      <Title order={3} fz="md">
        {of.sku} {of.productName}
      </Title>
      {sumOf(sent) === 0 ? null : <QuantityBar title="Customers got" total={sumOf(sent)} parts={sent} most={most} />}
      <QuantityBar title="Is now" total={sumOf(now)} parts={now} most={most} />
      {of.gap === 0 ? null : <Sign tone="bad">{`${countOf(Math.abs(of.gap), 'unit')} are not accounted for`}</Sign>}
    </div>
  )
}
