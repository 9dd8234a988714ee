/**
 * web/features/trace/batch-timeline.tsx — everything that ever happened to a batch, newest first.
 */
import { Text, Timeline } from '@mantine/core'
import { IconArrowsExchange, IconCalendarEvent, IconHandStop, IconLockOpen } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { BatchDetail, Hold, Move } from '../../api/types.ts'
import { InstantText, isoDayInWords } from '../../shared/date-text.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { wordsOfMove } from '../../shared/move-words.ts'
import { Section } from '../../shared/page.tsx'
import { placeText } from '../../shared/place-words.ts'
import { quantityText } from '../../shared/quantity.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'

type Happening = Readonly<{ key: string; at: string; by: string; says: string; Icon: typeof IconHandStop }>

const shown = 12

export function BatchTimeline({ batch }: { batch: BatchDetail }) {
  const happenings = useQuery({
    queryKey: ['timeline', batch.id, batch.dates.length],
    queryFn: async () => {
      const query = { batch: batch.id, limit: 100 }
      const [moves, holds] = await Promise.all([
        answerOf(api.GET('/v1/moves', { params: { query } })),
        answerOf(api.GET('/v1/holds', { params: { query } })),
      ])
      const all = [...moves.items.map(moved), ...holds.items.flatMap(held), ...batch.dates.map(dated)]
      return all.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, shown)
    },
  })
  return (
    <Section
      title="What happened"
      aside={
        <LinkButton to="/moves" search={{ batch: batch.id }} size="xs" variant="subtle">
          All moves
        </LinkButton>
      }
    >
      <Loaded of={happenings}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="Nothing yet" />
          ) : (
            <Timeline bulletSize={24} lineWidth={1}>
              {items.map(({ key, at, by, says, Icon }) => (
                <Timeline.Item key={key} bullet={<Icon size={13} />} title={says} lineVariant="solid">
                  <Text fz="sm" c="dimmed">
                    <InstantText at={at} /> · {by}
                  </Text>
                </Timeline.Item>
              ))}
            </Timeline>
          )
        }
      </Loaded>
    </Section>
  )
}

function moved({ id, occurredAt, actorName, quantity, note, ...move }: Move): Happening {
  const from = placeText({ kind: move.fromKind, code: move.fromCode, warehouseCode: move.fromWarehouseCode })
  const to = placeText({ kind: move.toKind, code: move.toCode, warehouseCode: move.toWarehouseCode })
  return {
    key: id,
    at: occurredAt,
    by: actorName,
    says: `${quantityText(quantity)} ${wordsOfMove(move)}: ${from} → ${to}${note ? ` (${note})` : ''}`,
    Icon: IconArrowsExchange,
  }
}

function held({ id, number, reason, placedAt, placedBy, liftedAt, liftedBy, liftReason }: Hold): Happening[] {
  const placed = { key: id, at: placedAt, by: placedBy, says: `Held by ${number}: ${reason}`, Icon: IconHandStop }
  if (!liftedAt) return [placed]
  const says = `Hold ${number} lifted: ${liftReason ?? ''}`
  return [placed, { key: `${id} lifted`, at: liftedAt, by: liftedBy ?? '', says, Icon: IconLockOpen }]
}

const kinds = { produced: 'Produced on', best_before: 'Best before', use_by: 'Use by', expiry: 'Expires on' } as const

const dated = ({ id, recordedAt, actorName, kind, on, source, reason }: BatchDetail['dates'][number]): Happening => ({
  key: id,
  at: recordedAt,
  by: actorName,
  says: `${kinds[kind]} ${isoDayInWords(on)}, ${source}${reason ? `: ${reason}` : ''}`,
  Icon: IconCalendarEvent,
})
