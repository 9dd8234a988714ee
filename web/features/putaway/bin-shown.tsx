/**
 * web/features/putaway/bin-shown.tsx — what lies in a bin, with last days and holds; what it takes; and what moved there last.
 */
import { Group, Progress, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { BinDetail, Move } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { boxedText } from '../../shared/box-words.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { HoldBadge } from '../../shared/hold-badge.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Rows } from '../../shared/listing.tsx'
import { wordsOfMove } from '../../shared/move-words.ts'
import { Facts, Section } from '../../shared/page.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { keptWords, mixingWords } from '../../shared/storage-words.ts'

export const useBin = (id: string) =>
  useQuery({
    queryKey: ['bin', id],
    queryFn: () => answerOf(api.GET('/v1/bins/{id}', { params: { path: { id } } })),
  })

export function BinShown({ bin }: { bin: BinDetail }) {
  const { id, code, kind, quantity, capacity } = bin
  return (
    <>
      {capacity === null ? null : (
        <div>
          <Text mb={4}>{`${quantityText(quantity)} of ${quantityText(capacity)}`}</Text>
          <Progress value={Math.min(100, (quantity / capacity) * 100)} mb="md" aria-label={`How full ${code} is`} />
        </div>
      )}
      <Contents bin={bin} />
      {kind === 'storage' ? <Takes bin={bin} /> : null}
      <Moves id={id} />
    </>
  )
}

type Goods = BinDetail['items'][number]

const columns: readonly Column<Goods>[] = [
  {
    title: 'Batch',
    cell: ({ batchId, batchCode, sku }) => (
      <>
        {sku} <BatchLink id={batchId} code={batchCode} />
      </>
    ),
  },
  {
    title: 'Life',
    cell: ({ daysLeft, expiresOn, holds }) => (
      <Group gap={4}>
        <DaysLeft daysLeft={daysLeft} expiresOn={expiresOn} />
        {holds.map((number) => (
          <HoldBadge key={number} number={number} />
        ))}
      </Group>
    ),
  },
  { title: 'Quantity', cell: ({ onHand, packOf }) => boxedText(onHand, packOf), end: true },
]

function Contents({ bin: { code, items } }: { bin: BinDetail }) {
  const wrong = items.filter(({ says }) => says !== null)
  return (
    <Section title="What lies there" flush>
      {items.length === 0 ? (
        <Empty title="Empty" />
      ) : (
        <Rows
          label={`What lies at ${code}`}
          rows={items}
          columns={columns}
          keyOf={({ batchId, placeId }) => `${batchId} ${placeId}`}
        />
      )}
      {wrong.map(({ batchId, placeId, batchCode, says }) => (
        <Text key={`${batchId} ${placeId}`} p="sm">
          <Sign tone="bad" icon={<IconAlertTriangle />}>
            {`${batchCode} must not lie here: ${says}`}
          </Sign>
        </Text>
      ))}
    </Section>
  )
}

function Takes({ bin }: { bin: BinDetail }) {
  const { zoneCode, mixing, capacity, aisle, bay, level } = bin
  return (
    <Section title="What it takes">
      <Facts
        of={{
          Zone: zoneCode ?? '–',
          Keeps: keptWords(bin),
          'At once': mixingWords[mixing],
          Holds: capacity === null ? 'not told' : quantityText(capacity),
          Stands: `aisle ${aisle}, bay ${bay}, level ${level}`,
        }}
      />
    </Section>
  )
}

const moveColumns: readonly Column<Move>[] = [
  { title: 'When', cell: ({ occurredAt }) => <InstantText at={occurredAt} /> },
  {
    title: 'What',
    cell: ({ sku, batchCode, fromCode, toCode, ...move }) =>
      `${wordsOfMove(move)} ${sku} ${batchCode}, ${fromCode} → ${toCode}`,
  },
  { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Who', cell: ({ actorName, note }) => (note === null ? actorName : `${actorName}: ${note}`) },
]

function Moves({ id }: { id: string }) {
  const moves = useQuery({
    queryKey: ['moves', 'place', id],
    queryFn: () => answerOf(api.GET('/v1/moves', { params: { query: { place: id, limit: 8 } } })),
  })
  const all = (
    <LinkButton to="/moves" search={{ place: id }} size="xs" variant="subtle">
      All moves
    </LinkButton>
  )
  return (
    <Section title="What moved" flush aside={all}>
      <Loaded of={moves} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nothing moved yet" />
          ) : (
            <Rows label="Moves of this bin" rows={items} columns={moveColumns} keyOf={(move) => move.id} />
          )
        }
      </Loaded>
    </Section>
  )
}
