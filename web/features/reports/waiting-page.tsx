/**
 * web/features/reports/waiting-page.tsx — the board of what waits for stock: product by product, since when, and what would end
 * the waiting.
 */
import { Group, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { Waiting, WaitingProduct } from '../../api/types.ts'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { RowLink, Rows } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { countOf, Quantity, quantityText } from '../../shared/quantity.tsx'
import { Sign, type Tone } from '../../shared/sign.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { ItsTurn } from './its-turn.tsx'
import classes from './waiting-page.module.css'

export function WaitingPage() {
  const board = useQuery({ queryKey: ['orders', 'waiting'], queryFn: () => answerOf(api.GET('/v1/waiting')) })
  return (
    <Page
      title="Waiting"
      about={board.data ? summary(board.data) : 'Order lines that wait for stock'}
      actions={
        <LinkButton to="/orders" search={{ state: 'waiting' }} variant="default">
          As a list of orders
        </LinkButton>
      }
    >
      <Loaded of={board} rows={8}>
        {({ products }) =>
          products.length === 0 ? (
            <Empty title="Nothing waits">Every line has all that it asked for.</Empty>
          ) : (
            products.map((product) => <ProductWaits key={product.productId} product={product} />)
          )
        }
      </Loaded>
    </Page>
  )
}

const summary = ({ lines, quantity, products }: Waiting) =>
  lines === 0
    ? 'Order lines that wait for stock'
    : `${countOf(lines, 'line')} of ${countOf(products.length, 'product')} wait for ${countOf(quantity, 'unit')}`

type Reason = WaitingProduct['reasons'][number]

/** In the words of the person who can do something about it. */
const reasons: Record<Reason['kind'], Readonly<{ title: string; tone: Tone }>> = {
  no_stock: { title: 'None in stock', tone: 'bad' },
  held: { title: 'On hold', tone: 'held' },
  place: { title: 'Not at a place for sale', tone: 'quiet' },
  expired: { title: 'Expired', tone: 'bad' },
  too_short: { title: 'Too few days left', tone: 'soon' },
  undated: { title: 'No date', tone: 'soon' },
  turn: { title: 'Others are first', tone: 'quiet' },
  older: { title: 'Older than what they last got', tone: 'soon' },
  not_approved: { title: 'Not approved', tone: 'quiet' },
  barred: { title: 'Barred', tone: 'quiet' },
  not_chosen: { title: 'Waits for a person to choose', tone: 'active' },
  batches: { title: 'Must come from fewer batches', tone: 'quiet' },
  pack: { title: 'Only whole packs', tone: 'quiet' },
  pool: { title: 'Kept for another channel', tone: 'quiet' },
}

function ProductWaits({ product }: { product: WaitingProduct }) {
  const { sku, productName, lines, quantity, since, expected } = product
  return (
    <Section
      title={`${sku} ${productName}`}
      aside={
        <Text fz="sm" c="dimmed">
          {countOf(lines, 'line')}, {countOf(quantity, 'unit')}, the first since <InstantText at={since} />
        </Text>
      }
    >
      <Stack gap={8}>
        {product.reasons.map((reason) => (
          <ReasonShown key={reason.kind} reason={reason} lines={lines} />
        ))}
        <Group gap={14} fz="sm" className={classes.next}>
          {expected ? (
            <RowLink to="/inbounds">
              {quantityText(expected.quantity)} announced
              {expected.on ? (
                <>
                  {', the first for '}
                  <DateText day={expected.on} />
                </>
              ) : null}
            </RowLink>
          ) : (
            <Text fz="sm" c="dimmed">
              Nothing is announced
            </Text>
          )}
          <RowLink to={`/stock?text=${encodeURIComponent(sku)}`}>Its stock</RowLink>
          <RowLink to={`/products/${product.productId}`}>The product</RowLink>
        </Group>
        <FirstOnes product={product} />
      </Stack>
    </Section>
  )
}

function ReasonShown({ reason: { kind, lines: concerned, says }, lines }: { reason: Reason; lines: number }) {
  const { title, tone } = reasons[kind]
  return (
    <div className={classes.reason}>
      <Sign tone={tone}>{title}</Sign>
      <div>
        {says.map((sentence) => (
          <Text key={sentence} fz="md">
            {sentence}
          </Text>
        ))}
        {concerned < lines ? (
          <Text fz="sm" c="dimmed">
            {concerned === 1 ? 'concerns one of the lines' : `concerns ${quantityText(concerned)} of the lines`}
          </Text>
        ) : null}
      </div>
    </div>
  )
}

/** On a phone behind a line of words: the page is read for its products. */
function FirstOnes({ product }: { product: WaitingProduct }) {
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  if (!phone) return <FirstOrders product={product} />
  return (
    <details>
      <summary>Who is first in turn</summary>
      <FirstOrders product={product} />
    </details>
  )
}

function FirstOrders({ product: { sku, first, orders } }: { product: WaitingProduct }) {
  return (
    <>
      <Rows
        rows={first}
        keyOf={({ orderId, askedAt, waiting }) => `${orderId} ${askedAt} ${waiting}`}
        label={`Orders first in turn for ${sku}`}
        columns={[
          {
            title: 'In turn',
            cell: ({ orderId, orderNumber }) => <RowLink to={`/orders/${orderId}`}>{orderNumber}</RowLink>,
          },
          { title: 'Customer', cell: ({ customerName }) => customerName ?? '–' },
          { title: 'Channel', cell: ({ channel }) => channel, deskOnly: true },
          { title: 'Its turn', cell: (row) => <ItsTurn {...row} /> },
          { title: 'Waits for', cell: ({ waiting }) => <Quantity of={waiting} />, end: true },
        ]}
      />
      {orders > first.length ? (
        <Text fz="sm" c="dimmed">
          and {countOf(orders - new Set(first.map(({ orderId }) => orderId)).size, 'more order')}
        </Text>
      ) : null}
    </>
  )
}
