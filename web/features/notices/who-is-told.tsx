/**
 * web/features/notices/who-is-told.tsx — who is told of a recall: how far it has come, what to do next, and each of them.
 */
import { Anchor, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { NoticeOverview, NoticeRecipient } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { PressButton } from '../../shared/press-button.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { QuantityBar } from '../../shared/quantity-bar.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { NextSteps } from './next-steps.tsx'
import { NoticeSign, nameOf, unitsOf, wayWords } from './notice-words.tsx'
import { RecipientDrawer } from './recipient-drawer.tsx'
import { type Shown, useNotices, useRecipients } from './use-notices.ts'

export function WhoIsTold({ recallRef }: { recallRef: string }) {
  const notices = useNotices(recallRef)
  return (
    <>
      <Section title="Who is told">
        <Loaded of={notices} rows={5}>
          {(of) => (of.recipients === 0 ? <NobodyGotIt /> : <Progress recallRef={recallRef} of={of} />)}
        </Loaded>
      </Section>
      {notices.data && notices.data.recipients > 0 ? <Recipients recallRef={recallRef} of={notices.data} /> : null}
    </>
  )
}

const NobodyGotIt = () => <Empty title="Nobody got any of it">There is nobody to tell, as far as the books know.</Empty>

type OfProps = Readonly<{ recallRef: string; of: NoticeOverview }>

function Progress({ recallRef, of }: OfProps) {
  const { recipients, responded, silent, queued, units } = of
  const people = [
    { label: 'answered or sent it back', tint: 'leaf.5', quantity: responded },
    { label: 'told, silent', tint: 'saffron.5', quantity: silent },
    { label: 'mail is waiting', tint: 'iris.4', quantity: queued },
    { label: 'not told yet', tint: 'gray.5', quantity: Math.max(0, recipients - responded - silent - queued) },
  ]
  const goods = [
    { label: 'back here', tint: 'leaf.5', quantity: units.returned },
    { label: 'on their way back', tint: 'leaf.3', quantity: units.returning },
    { label: 'destroyed by them', tint: 'brick.4', quantity: units.destroyed },
    { label: 'used or sold on', tint: 'gray.5', quantity: units.used },
    { label: 'still with them', tint: 'iris.5', quantity: units.have },
    { label: 'nobody knows yet', tint: 'saffron.5', quantity: units.unknown },
  ]
  return (
    <>
      <QuantityBar title="Recipients" total={recipients} parts={people} most={recipients} />
      <QuantityBar title="Units they got" total={units.distributed} parts={goods} most={units.distributed} />
      <Text fz="sm" c="dimmed" mb="md">
        {factsText(of)}
      </Text>
      <NextSteps recallRef={recallRef} of={of} />
    </>
  )
}

function factsText({
  notified,
  byWay,
  bounced,
  confirmedRate,
  possibleOnly,
  possible,
  erasedAt,
}: NoticeOverview): string {
  return [
    `${countOf(notified, 'recipient')} told: ${byWay.email} by mail, ${byWay.letter} by letter, ${byWay.phone} by phone.`,
    ...(confirmedRate === null ? [] : [`${confirmedRate} % answered or sent it back.`]),
    ...(bounced > 0 ? [`${bounced} came back undelivered.`] : []),
    ...(possible > 0
      ? [`${countOf(possibleOnly, 'recipient')} may have got some: at most ${countOf(possible, 'unit')} more.`]
      : []),
    ...(erasedAt ? ['Names and addresses are erased.'] : []),
  ].join(' ')
}

type Filter = Readonly<{ words: string; shown: Shown; count: number }>

const filtersOf = ({ recipients, silent, responded, next, bounced }: NoticeOverview): readonly Filter[] => [
  { words: 'All', shown: {}, count: recipients },
  { words: 'Silent', shown: { list: 'silent' }, count: silent },
  { words: 'Answered', shown: { list: 'answered' }, count: responded },
  { words: 'Came back', shown: { list: 'came_back' }, count: bounced },
  { words: 'Need a letter', shown: { list: 'letter' }, count: next.letters },
  { words: 'Write by hand', shown: { list: 'by_hand' }, count: next.byHand },
  { words: 'To call', shown: { list: 'call' }, count: next.calls },
]

function Recipients({ recallRef, of }: OfProps) {
  const [shown, setShown] = useState<Shown>({})
  const [open, setOpen] = useState<string | null>(null)
  const pages = useRecipients(recallRef, shown)
  const columns: readonly Column<NoticeRecipient>[] = [
    { title: 'Recipient', cell: (one) => <Name of={one} onOpen={() => setOpen(one.id)} /> },
    { title: 'Got', cell: unitsOf },
    { title: 'State', cell: ({ state }) => <NoticeSign state={state} /> },
    { title: 'How', cell: ({ way }) => (way ? wayWords[way] : '–'), deskOnly: true },
    { title: 'Told', cell: ({ notifiedAt }) => (notifiedAt ? <InstantText at={notifiedAt} /> : '–'), deskOnly: true },
    { title: 'Orders', cell: ({ orderNumbers }) => orderNumbers.slice(0, 3).join(', ') || '–', deskOnly: true },
  ]
  return (
    <Section
      title="Recipients"
      flush
      aside={
        <Group gap={6} role="group" aria-label="Show">
          {filtersOf(of)
            .filter(({ count, words }) => count > 0 || words === 'All')
            .map(({ words, shown: one, count }) => (
              <PressButton
                key={words}
                words={`${words} ${quantityText(count)}`}
                pressed={JSON.stringify(one) === JSON.stringify(shown)}
                onPress={() => setShown(one)}
              />
            ))}
        </Group>
      }
    >
      <Listing
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        label="Recipients"
        empty={<Empty title="Nobody here">Choose another list.</Empty>}
      />
      {open === null ? null : <RecipientDrawer recallRef={recallRef} id={open} onClose={() => setOpen(null)} />}
    </Section>
  )
}

const Name = ({ of, onOpen }: Readonly<{ of: NoticeRecipient; onOpen: () => void }>) => (
  <Anchor component="button" type="button" ta="left" onClick={onOpen}>
    {nameOf(of)}
  </Anchor>
)
