/**
 * web/features/orders/order-routing.tsx — from where an order goes, by which rule, and why from nowhere else; and what was
 * decided before.
 */
import { Button, Drawer, Text, Timeline } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowForwardUp, IconBuildingWarehouse, IconHistory } from '@tabler/icons-react'
import type { Order } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { causeWords } from './decisions.tsx'
import classes from './order-line.module.css'

type Routing = Order['routing'][number]

export function OrderRouting({ order }: { order: Order }) {
  const [history, past] = useDisclosure(false)
  const [newest] = order.routing
  if (!newest) return null
  return (
    <Section
      title="From where, and why"
      aside={
        order.routing.length > 1 ? (
          <Button size="xs" variant="subtle" leftSection={<IconHistory size={14} />} onClick={past.open}>
            Decided before
          </Button>
        ) : null
      }
    >
      <RoutingShown order={order} routing={newest} />
      <Drawer opened={history} onClose={past.close} position="right" size="md" title="From where, and why">
        <Timeline bulletSize={14} lineWidth={2}>
          {order.routing.map((routing) => (
            <Timeline.Item key={routing.id} title={causeWords(routing.cause)}>
              <Text fz="sm" c="dimmed" mb={4}>
                <InstantText at={routing.decidedAt} /> · {routing.actorName}
              </Text>
              <RoutingShown order={order} routing={routing} />
            </Timeline.Item>
          ))}
        </Timeline>
      </Drawer>
    </Section>
  )
}

const legText = ({ warehouseCode, lines }: Routing['legs'][number], skuOf: ReadonlyMap<string, string>): string => {
  const parts = lines.map(({ lineId, quantity }) => `${quantityText(quantity)} ${skuOf.get(lineId) ?? ''}`)
  return `${warehouseCode} · ${parts.join(', ')}`
}

function RoutingShown({ order: { lines }, routing }: Readonly<{ order: Order; routing: Routing }>) {
  const { says, legs, passedOver, ruleId, ruleName, shortfall } = routing
  const skuOf = new Map(lines.flatMap((line) => [line, ...line.components]).map(({ id, sku }) => [id, sku]))
  return (
    <>
      <Text>
        {says[0]?.toUpperCase()}
        {says.slice(1)}
        {shortfall > 0 ? `; ${quantityText(shortfall)} ${shortfall === 1 ? 'waits' : 'wait'}` : ''}. By the rule{' '}
        <RowLink to={`/rules/${ruleId}`}>{ruleName}</RowLink>.
      </Text>
      {legs.length > 1 ? (
        <ul className={classes.arrivals} aria-label="From each warehouse">
          {legs.map((leg) => (
            <li key={leg.warehouseId}>
              <IconBuildingWarehouse size={15} className={classes.truck} aria-hidden="true" />
              <span>{legText(leg, skuOf)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {passedOver.length === 0 ? null : (
        <ul className={classes.elsewhere} aria-label="Warehouses passed over">
          {passedOver.map((one) => (
            <li key={one.warehouseId}>
              <IconArrowForwardUp size={14} aria-hidden="true" />
              <span>{one.says}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
