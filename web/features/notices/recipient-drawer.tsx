/**
 * web/features/notices/recipient-drawer.tsx — one recipient: how to reach them, what they got, and all that was sent and said.
 */
import { Anchor, Button, Drawer, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NoticeRecipientDetail } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { May } from '../../shared/may.tsx'
import { Facts } from '../../shared/page.tsx'
import { Photos } from '../../shared/photos.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { Loaded } from '../../shared/states.tsx'
import { CallForm } from './call-form.tsx'
import { NoticeSign, nameOf, wayWords } from './notice-words.tsx'
import classes from './notices.module.css'
import { PrintLetters } from './print-letters.tsx'
import { useNotices, useRecipient } from './use-notices.ts'
import { useRecallId } from './use-recall-id.ts'

type DrawerProps = Readonly<{ recallRef: string; id: string; onClose: () => void }>

export function RecipientDrawer({ recallRef, id, onClose }: DrawerProps) {
  const recipient = useRecipient(recallRef, id)
  const recall = useRecallId(recallRef)
  const notices = useNotices(recallRef)
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={recipient.data ? nameOf(recipient.data) : 'Recipient'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Loaded of={recipient} rows={8}>
        {(of) => (
          <Stack gap="md">
            <About of={of} />
            {recall?.state === 'running' && notices.data ? (
              <Doing recallId={recall.id} of={of} contact={notices.data.contact} />
            ) : null}
            <History recallRef={recallRef} of={of} />
          </Stack>
        )}
      </Loaded>
    </Drawer>
  )
}

function About({ of }: { of: NoticeRecipientDetail }) {
  const { contact, state, way, orderNumbers, channel, items, units } = of
  return (
    <>
      <Group gap="xs">
        <NoticeSign state={state} />
        {way ? <Text c="dimmed">{wayWords[way]}</Text> : null}
      </Group>
      <Facts
        of={{
          'E-mail': (
            <Wrong text={contact?.email} why={contact?.emailWrong && `It ${contact.emailWrong}: no mail goes there.`} />
          ),
          Phone: contact?.phone ? <Anchor href={`tel:${contact.phone}`}>{contact.phone}</Anchor> : '–',
          Address: (
            <Wrong
              text={contact?.address}
              why={contact?.unprintable && `No letter of ours can show ${contact.unprintable}: write it by hand.`}
            />
          ),
          Orders: orderNumbers.join(', ') || '–',
          Channel: channel ?? '–',
          Got: items.map(({ sku, batchCode, quantity, most }) => (
            <div key={`${sku} ${batchCode}`}>
              {`${sku} ${batchCode}: ${most > quantity ? `at most ${most}` : quantity}`}
            </div>
          )),
          Returned: countOf(of.returned, 'unit'),
          'They say': saidText(units),
        }}
      />
    </>
  )
}

type WrongProps = Readonly<{ text: string | null | undefined; why: string | null | undefined }>

/** What is known of them, and why it leads nowhere. */
const Wrong = ({ text, why }: WrongProps) => (
  <>
    {text ?? '–'}
    {why ? (
      <Text fz="sm" c="var(--mantine-color-error)">
        {why}
      </Text>
    ) : null}
  </>
)

function saidText({ have, destroyed, returning, used, unknown }: NoticeRecipientDetail['units']): string {
  const said = [
    [have, 'have'],
    [destroyed, 'destroyed'],
    [returning, 'sending back'],
    [used, 'used or sold on'],
    [unknown, 'not said'],
  ] as const
  return (
    said
      .filter(([units]) => units > 0)
      .map(([units, word]) => `${units} ${word}`)
      .join(', ') || 'nothing left'
  )
}

type DoingProps = Readonly<{ recallId: string; of: NoticeRecipientDetail; contact: string | null }>

function Doing({ recallId: id, of, contact }: DoingProps) {
  const [calling, { open, close }] = useDisclosure(false)
  return (
    <May to="recall">
      <Group gap="xs">
        <Button onClick={open}>Write down a call</Button>
        {of.reach.letter || of.reach.hand ? (
          <PrintLetters
            id={id}
            body={{ recipients: [of.id], byHand: of.reach.hand }}
            contact={contact}
            file="letter.pdf"
          >
            {of.reach.hand ? 'Print a letter, address left open' : 'Print a letter'}
          </PrintLetters>
        ) : null}
        {of.state === 'sent' ? (
          <ReasonButton
            title="It came back"
            about="Their last mail or letter did not arrive. They are on the list of those who need another way."
            confirm="Mark it"
            send={(reason, key) =>
              answerOf(
                api.POST('/v1/recalls/{id}/bounces', {
                  params: { path: { id } },
                  body: { recipient: of.id, reason },
                  headers: intent(key),
                }),
              )
            }
          >
            It came back
          </ReasonButton>
        ) : null}
      </Group>
      {calling ? <CallForm recallId={id} of={of} onClose={close} /> : null}
    </May>
  )
}

type Happened = NoticeRecipientDetail['history'][number]

const outcomeWords: Readonly<Record<string, string>> = {
  reached: 'Called: reached',
  no_answer: 'Called: no answer',
  wrong_number: 'Called: wrong number',
}

function titleOf({ kind, way, state, wave, outcome, byName }: Happened): string {
  if (kind === 'notice')
    return `${way === 'letter' ? 'Letter' : 'Mail'} of wave ${wave}${state === 'sent' ? '' : `: ${state}`}`
  if (kind === 'opened') return 'Opened the page'
  if (kind === 'bounce') return way === 'letter' ? 'The letter came back' : 'The mail came back'
  if (kind === 'call') return outcomeWords[outcome ?? ''] ?? 'Called'
  return byName ? 'Answered on the phone' : 'Answered on the page'
}

const linesText = (lines: Happened['lines']) =>
  lines
    .map(
      ({ have, destroyed, returning, used }) =>
        `has ${have}, destroyed ${destroyed}, sending back ${returning}, used ${used}`,
    )
    .join('; ')

type HistoryProps = Readonly<{ recallRef: string; of: NoticeRecipientDetail }>

function History({ recallRef, of: { history } }: HistoryProps) {
  if (history.length === 0) return <Text c="dimmed">Nothing was sent or said yet.</Text>
  return (
    <section>
      <Title order={3} fz="md">
        What happened
      </Title>
      <ul className={classes.history}>
        {history.toReversed().map((one) => (
          <li key={`${one.at} ${one.kind} ${one.wave}`}>
            <Text fw={600}>{titleOf(one)}</Text>
            <Text fz="sm" c="dimmed">
              <InstantText at={one.at} />
              {one.byName ? ` · ${one.byName}` : ''}
            </Text>
            {one.says ? <Text fz="sm">{one.says}</Text> : null}
            {one.lines.length > 0 ? <Text fz="sm">{linesText(one.lines)}</Text> : null}
            <Photos files={one.proofs} at={`/v1/recalls/${encodeURIComponent(recallRef)}/proofs`} />
          </li>
        ))}
      </ul>
    </section>
  )
}
