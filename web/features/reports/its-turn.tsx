/**
 * web/features/reports/its-turn.tsx — what decides when an order's turn comes.
 */
import { Text } from '@mantine/core'
import { DateText, InstantText } from '../../shared/date-text.tsx'

type Turn = Readonly<{ priority: number; deliverOn: string | null; askedAt: string }>

/** What decides the turn: priority where a person set one, then the day promised, else the day it was asked. */
export function ItsTurn({ priority, deliverOn, askedAt }: Turn) {
  return (
    <Text fz="sm" c="dimmed">
      {priority === 0 ? null : `priority ${priority}, `}
      {deliverOn ? (
        <>
          promised for <DateText day={deliverOn} />
        </>
      ) : (
        <>
          asked <InstantText at={askedAt} />
        </>
      )}
    </Text>
  )
}
