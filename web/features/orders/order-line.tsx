/**
 * web/features/orders/order-line.tsx — one line of an order: what it gets, what it got, and what was passed over and why.
 */

import { Button, Progress, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHistory, IconPencil } from '@tabler/icons-react'
import { daysLeft } from '#domain/shelf-life.ts'
import type { Order, OrderLine } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { RowLink, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { useToday } from '../../shared/use-warehouses.ts'
import type { LineArrival } from './arrivals-told.ts'
import { ChooseBatches } from './choose-batches.tsx'
import { Decisions } from './decisions.tsx'
import { EditQuantity } from './edit-quantity.tsx'
import { OrderArrivals } from './order-arrivals.tsx'
import classes from './order-line.module.css'
import { PassedOver } from './passed-over.tsx'
import { WhereFrom } from './where-from.tsx'

type LineProps = Readonly<{ order: Order; line: OrderLine }>
type LineShownProps = LineProps & Readonly<{ arrivals: readonly LineArrival[] }>

/** `arrivals`: those that are not the same for the whole order. */
export function OrderLineShown({ order, line, arrivals }: LineShownProps) {
  return (
    <Section
      title={`${line.lineNo}. ${line.sku} ${line.productName}`}
      flush
      aside={
        <>
          <ChangeLine order={order} line={line} />
          <LineQuestions order={order} line={line} />
        </>
      }
    >
      <LineSums line={line} />
      <LineBody order={order} line={line} arrivals={arrivals} />
    </Section>
  )
}

const isOpen = ({ order, line }: LineProps) => order.state !== 'cancelled' && line.shipped < line.quantity

/** How many are asked; of a kit, how many kits. */
export function ChangeLine({ order, line }: LineProps) {
  const [editing, edit] = useDisclosure(false)
  if (!isOpen({ order, line })) return null
  return (
    <May to="order">
      <Button size="xs" variant="subtle" leftSection={<IconPencil size={14} />} onClick={edit.open}>
        Change
      </Button>
      {editing ? <EditQuantity order={order} line={line} onClose={edit.close} /> : null}
    </May>
  )
}

/** What can be asked of a line that has batches. */
export function LineQuestions({ order, line }: LineProps) {
  const [history, past] = useDisclosure(false)
  const [origin, from] = useDisclosure(false)
  return (
    <>
      {isOpen({ order, line }) && line.rotation === 'manual' ? <ChooseBatches order={order} line={line} /> : null}
      <Button size="xs" variant="subtle" leftSection={<IconHistory size={14} />} onClick={past.open}>
        Decisions
      </Button>
      <Button size="xs" variant="subtle" onClick={from.open}>
        Where it came from
      </Button>
      <Decisions line={line} opened={history} onClose={past.close} />
      <WhereFrom line={line} opened={origin} onClose={from.close} />
    </>
  )
}

export function LineBody({ order, line, arrivals }: LineShownProps) {
  return (
    <>
      {arrivals.length === 0 ? null : (
        <div className={classes.inLine}>
          <OrderArrivals arrivals={arrivals} country={order.country} />
        </div>
      )}
      <Reserved line={line} />
      <Sent line={line} />
      <PassedOver order={order} line={line} />
    </>
  )
}

export function LineSums({
  line: { quantity, ordered, allocated, shipped, backOrdered, baseUnit },
}: {
  line: OrderLine
}) {
  const part = (of: number) => (quantity === 0 ? 0 : (of / quantity) * 100)
  return (
    <div className={classes.sums}>
      <Progress.Root size={8} flex="1 1 160px" maw={300} aria-hidden="true">
        <Progress.Section value={part(shipped)} color="leaf.5" />
        <Progress.Section value={part(allocated)} color="petrol.4" />
        <Progress.Section value={part(backOrdered)} color="saffron.3" />
      </Progress.Root>
      <Text span fw={600}>
        <Quantity of={quantity} unit={baseUnit} />
        {ordered === quantity ? '' : ` (${quantityText(ordered)} ordered at first)`}
      </Text>
      {shipped > 0 ? <span>{quantityText(shipped)} shipped</span> : null}
      {allocated > 0 ? <span>{quantityText(allocated)} reserved</span> : null}
      {backOrdered > 0 ? <b>{quantityText(backOrdered)} waiting for stock</b> : null}
    </div>
  )
}

function Reserved({ line: { batches } }: { line: OrderLine }) {
  const today = useToday()
  if (batches.length === 0) return null
  return (
    <Rows
      label="Reserved batches"
      rows={batches}
      keyOf={({ batchId, placeId }) => `${batchId} ${placeId}`}
      columns={[
        {
          title: 'Reserved batch',
          cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} />,
        },
        { title: 'Last day', cell: ({ expiresOn }) => <DateText day={expiresOn} /> },
        {
          title: 'Days left',
          cell: ({ expiresOn }) => <DaysLeft daysLeft={expiresOn === null ? null : daysLeft(expiresOn, today)} />,
        },
        { title: 'Place', cell: ({ warehouseCode, placeCode }) => `${warehouseCode} · ${placeCode}` },
        { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
      ]}
    />
  )
}

function Sent({ line: { sent } }: { line: OrderLine }) {
  if (sent.length === 0) return null
  return (
    <Rows
      label="Shipped batches"
      rows={sent}
      keyOf={({ batchId, shipmentId }) => `${batchId} ${shipmentId}`}
      columns={[
        {
          title: 'Shipped batch',
          cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} />,
        },
        { title: 'Last day', cell: ({ expiresOn }) => <DateText day={expiresOn} /> },
        {
          title: 'Shipped',
          cell: ({ shippedAt, shipmentId }) => (
            <RowLink to={`/shipments/${shipmentId}`}>
              <InstantText at={shippedAt} />
            </RowLink>
          ),
        },
        { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
      ]}
    />
  )
}
