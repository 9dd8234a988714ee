/**
 * web/features/recalls/exposure-facts.tsx — what is at stake: what lies here, what can still be stopped, who has it, and what it is worth.
 */
import { Text } from '@mantine/core'
import { moneyText } from '#domain/money.ts'
import type { Exposure } from '../../api/types.ts'
import { certainText, rangeText } from '../../shared/bounds-text.ts'
import { Facts } from '../../shared/page.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'

export function ExposureFacts({ of }: { of: Exposure }) {
  return (
    <>
      <Facts
        of={{
          'Customers who have it': customersText(of),
          'With customers':
            of.orders === 0 ? 'none' : `${countOf(of.kept, 'unit')}, sent with ${countOf(of.orders, 'order')}`,
          ...(of.sellers.customers > 0 ? sellersFacts(of.sellers) : {}),
          'Worth out there': worthText(of, of.costOut),
          'Units here': `${quantityText(of.onHand)} at ${countOf(of.places, 'place')}`,
          'On the way':
            of.inTransit === 0 ? 'none' : `${quantityText(of.inTransit)} in ${countOf(of.transfers, 'transfer')}`,
          'Worth here': worthText(of, of.costHere),
          'Can be stopped': of.openOrders === 0 ? 'no open order' : countOf(of.openOrders, 'order'),
          Promised: quantityText(of.reserved),
          Picked: quantityText(of.picked),
          ...(of.mayBe.most > 0 ? { 'May be of it as well': withoutBatchText(of.mayBe) } : {}),
        }}
      />
      <Beside of={of} />
    </>
  )
}

/** Of customers who sell on and tell how many, without batches. */
const sellersFacts = ({ soldOn, there }: Exposure['sellers']) => ({
  'Of it, sold on to consumers': certainText(soldOn),
  'Still with those sellers': rangeText(there),
})

/** Of goods of which nobody said what they cost, no zero is told. */
const worthText = ({ currency, unitsWithoutCost }: Exposure, amount: number) =>
  amount === 0 && unitsWithoutCost > 0 ? 'not known' : moneyText({ currency, amount })

const customersText = ({ customers, ordersOfNobody }: Exposure) =>
  ordersOfNobody === 0
    ? quantityText(customers)
    : `${quantityText(customers)}, and ${countOf(ordersOfNobody, 'order')} that ${ordersOfNobody === 1 ? 'names' : 'name'} nobody`

const withoutBatchText = ({ least, most }: Exposure['mayBe']) =>
  `${quantityText(least)} to ${countOf(most, 'unit')} without a batch`

/** What stands in the way of telling everybody, and of the sums. */
function Beside({ of: { customersWithoutEmail, unitsWithoutCost } }: { of: Exposure }) {
  const says = [
    ...(customersWithoutEmail > 0 ? [`${countOf(customersWithoutEmail, 'customer')} without an e-mail address.`] : []),
    ...(unitsWithoutCost > 0
      ? [`Nobody said what ${countOf(unitsWithoutCost, 'unit')} cost: they are not in the worth.`]
      : []),
  ]
  if (says.length === 0) return null
  return (
    <Text c="dimmed" fz="sm" mt="sm">
      {says.join(' ')}
    </Text>
  )
}
