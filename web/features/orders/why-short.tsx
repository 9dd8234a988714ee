/**
 * web/features/orders/why-short.tsx — what could end the waiting of a line: what its warehouse has, what others have that it may
 * not take, and what is announced.
 */
import { Anchor } from '@mantine/core'
import { IconBuildingWarehouse, IconTruckLoading } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answerOf, api } from '../../api/client.ts'
import type { Inbound, Order, OrderLine, StockRow } from '../../api/types.ts'
import { DateText } from '../../shared/date-text.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { quantityText } from '../../shared/quantity.tsx'

const inboundsMax = 5

/** What of the product can be sold now, by warehouse. */
const useSellable = (product: string) =>
  useQuery({
    queryKey: ['stock', 'sellable', product],
    queryFn: () =>
      answerOf(api.GET('/v1/stock', { params: { query: { product, status: 'sellable', limit: 500 } } })).then(
        ({ items }) => byWarehouse(items),
      ),
  })

function byWarehouse(rows: readonly StockRow[]): [code: string, available: number][] {
  const sums = new Map<string, number>()
  for (const { warehouseCode, available } of rows)
    if (warehouseCode !== null) sums.set(warehouseCode, (sums.get(warehouseCode) ?? 0) + available)
  return [...sums].filter(([, available]) => available > 0).sort(([a], [b]) => (a < b ? -1 : 1))
}

const useAnnounced = (product: string) =>
  useQuery({
    queryKey: ['inbounds', 'of', product],
    async queryFn(): Promise<Inbound[]> {
      const query = { state: 'open' as const, product, limit: inboundsMax }
      const { items } = await answerOf(api.GET('/v1/inbounds', { params: { query } }))
      return Promise.all(
        items.map(({ id: ref }) => answerOf(api.GET('/v1/inbounds/{ref}', { params: { path: { ref } } }))),
      )
    },
  })

const stillToCome = ({ lines }: Inbound, product: string) =>
  lines
    .filter(({ productId }) => productId === product)
    .reduce((sum, { quantity, received }) => sum + Math.max(0, quantity - received), 0)

type LineProps = Readonly<{ order: Order; line: OrderLine }>

export function WhyShort({ order: { warehouseCode: own }, line: { productId, sku } }: LineProps) {
  const sellable = useSellable(productId)
  const announced = useAnnounced(productId)
  if (!sellable.data || !announced.data) return null
  const coming = announced.data.filter(
    (inbound) => stillToCome(inbound, productId) > 0 && (own === null || inbound.warehouseCode === own),
  )
  return (
    <>
      {own === null ? null : <Elsewhere own={own} sku={sku} sellable={sellable.data} />}
      {coming.map((inbound) => (
        <Coming key={inbound.id} inbound={inbound} quantity={stillToCome(inbound, productId)} />
      ))}
      {coming.length === 0 ? (
        <li>
          <IconTruckLoading size={14} aria-hidden="true" />
          <span>Nothing of it is announced{own === null ? '' : ` for ${own}`}.</span>
        </li>
      ) : null}
    </>
  )
}

type ElsewhereProps = Readonly<{ own: string; sku: string; sellable: ReturnType<typeof byWarehouse> }>

/** An order that is bound to a warehouse does not take from others, and should say so. */
function Elsewhere({ own, sku, sellable }: ElsewhereProps) {
  const here = sellable.find(([code]) => code === own)?.[1] ?? 0
  const others = sellable.filter(([code]) => code !== own)
  return (
    <li>
      <IconBuildingWarehouse size={14} aria-hidden="true" />
      <span>
        {here > 0 ? `${quantityText(here)} are available in ${own}` : `Nothing more can be sold in ${own}`}
        {others.length > 0 ? ', and this order takes from no other: ' : ''}
        {others.map(([code, available], index) => (
          <span key={code}>
            {index > 0 ? ', ' : ''}
            <Anchor component={Link} to="/stock" search={{ text: sku, warehouse: code } as never}>
              {`${code} has ${quantityText(available)}`}
            </Anchor>
          </span>
        ))}
        .
      </span>
    </li>
  )
}

function Coming({ inbound: { id, number, expectedOn }, quantity }: { inbound: Inbound; quantity: number }) {
  return (
    <li>
      <IconTruckLoading size={14} aria-hidden="true" />
      <span>
        {`${quantityText(quantity)} ${quantity === 1 ? 'is' : 'are'} announced with `}
        <RowLink to={`/inbounds/${id}`}>{number}</RowLink>
        {expectedOn === null ? null : (
          <>
            , expected <DateText day={expectedOn} />
          </>
        )}
        .
      </span>
    </li>
  )
}
