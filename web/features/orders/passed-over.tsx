/**
 * web/features/orders/passed-over.tsx — why what is on the shelf was not taken, and what could still come: the question every
 * warehouse asks.
 */
import { Text } from '@mantine/core'
import { IconArrowForwardUp } from '@tabler/icons-react'
import type { Order, OrderLine } from '../../api/types.ts'
import { RowLink } from '../../shared/listing.tsx'
import { daysInWords } from '../../shared/spoken.ts'
import { useNames } from '../../shared/use-names.ts'
import classes from './order-line.module.css'
import { WhyShort } from './why-short.tsx'

export function PassedOver({ order, line }: Readonly<{ order: Order; line: OrderLine }>) {
  const { passedOver, backOrdered } = line
  const places = usePlacesApart(passedOver)
  const waits = backOrdered > 0 && order.state !== 'cancelled'
  if (passedOver.length === 0 && !waits) return null
  return (
    <div className={classes.passed}>
      <Text fz="sm" c="dimmed" fw={550}>
        {waits ? 'Why it waits' : 'Passed over'}
      </Text>
      <ul>
        {passedOver.map(({ batchId, placeId, says }) => (
          <li key={`${batchId} ${placeId}`}>
            <IconArrowForwardUp size={14} aria-hidden="true" />
            <span>
              <RowLink to={`/batches/${batchId}`}>{daysInWords(says)}</RowLink>
              {places.has(placeId) ? `, at ${places.get(placeId)?.title}` : ''}
            </span>
          </li>
        ))}
        {waits ? <WhyShort order={order} line={line} /> : null}
      </ul>
    </div>
  )
}

/** A batch that lies in several places is told for each of them, and where that is: not the same thing twice. */
function usePlacesApart(passedOver: OrderLine['passedOver']) {
  const isSpread = (batchId: string) => passedOver.filter((other) => other.batchId === batchId).length > 1
  return useNames(passedOver.flatMap(({ batchId, placeId }) => (isSpread(batchId) ? [placeId] : [])))
}
