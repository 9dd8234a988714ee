/**
 * web/features/identifying/what-changes.tsx — before the batches of a product are tracked: what is there, who waits for it, what begins to hold, and
 * which promises could not be kept.
 */
import { Alert, List, Text } from '@mantine/core'
import type { IdentificationPreview } from '../../api/types.ts'
import { countOf } from '../../shared/quantity.tsx'
import { daysInWords } from '../../shared/spoken.ts'
import classes from './identifying.module.css'

const ordersShown = 5

export function WhatChanges({ of }: { of: IdentificationPreview }) {
  const { quantity, places, inTransit, orders, begins } = of
  const there = places.filter(({ warehouseCode }) => warehouseCode !== null).length
  return (
    <>
      <Alert color="gray" variant="light" role="status">
        <Text c="var(--mantine-color-text)">
          <b>{countOf(quantity, 'unit')}</b> in {countOf(there, 'place')}
          {inTransit > 0 ? `, ${inTransit} of them between warehouses` : ''}.{' '}
          {orders.orders === 0 ? 'No order waits for any of it.' : <Orders of={orders} />}
        </Text>
        <ul className={classes.begins}>
          {begins.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Alert>
      <Barred of={of.barred} />
    </>
  )
}

const Orders = ({ of: { orders, open, promised } }: { of: IdentificationPreview['orders'] }) => (
  <>
    <b>{countOf(orders, 'open order')}</b> {orders === 1 ? 'asks' : 'ask'} for {open}, of which {promised}{' '}
    {promised === 1 ? 'is' : 'are'} promised: they flow on.
  </>
)

function Barred({ of: { quantity, orders, items } }: { of: IdentificationPreview['barred'] }) {
  if (quantity === 0) return null
  return (
    <Alert color="saffron" variant="light" role="status">
      <Text c="var(--mantine-color-text)" mb={4}>
        <b>{countOf(quantity, 'unit')}</b> promised to {countOf(orders, 'order')} could not go any more until{' '}
        {quantity === 1 ? 'it is' : 'they are'} identified:
      </Text>
      <List size="sm" c="var(--mantine-color-text)">
        {items.slice(0, ordersShown).map(({ orderId, lineNo, orderNumber, customerName, quantity: units, says }) => (
          <List.Item key={`${orderId} ${lineNo}`}>
            {`${orderNumber}${customerName === null ? '' : ` for ${customerName}`}: ${countOf(units, 'unit')} · ${daysInWords(says)}`}
          </List.Item>
        ))}
        {items.length > ordersShown ? <List.Item>{`and ${items.length - ordersShown} more`}</List.Item> : null}
      </List>
    </Alert>
  )
}
