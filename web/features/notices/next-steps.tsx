/**
 * web/features/notices/next-steps.tsx — what is to be done now so that everybody knows: mail, letters, calls, ask again.
 */
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { NoticeOverview } from '../../api/types.ts'
import { toldAs } from '../../shared/audience-words.ts'
import { RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { NoticePreview } from './notice-preview.tsx'
import { PrintLetters } from './print-letters.tsx'
import { SendMail } from './send-mail.tsx'
import { useRecallId } from './use-recall-id.ts'

type StepsProps = Readonly<{ recallRef: string; of: NoticeOverview }>

export function NextSteps({ recallRef, of }: StepsProps) {
  const recall = useRecallId(recallRef)
  const [previewed, { open, close }] = useDisclosure(false)
  if (!recall) return null
  const isRunning = recall.state === 'running'
  return (
    <May to="see contacts">
      <Stack gap="sm">
        {recall.hazard === null && recall.state !== 'ended' ? <NoHazard recallRef={recallRef} /> : null}
        {of.contact === null && recall.state !== 'ended' ? <NoContact /> : null}
        {of.audienceUnsaid > 0 && recall.state !== 'ended' ? <AudienceUnsaid of={of} onOpen={open} /> : null}
        {isRunning && recall.hazard !== null ? <Running recallRef={recallRef} id={recall.id} of={of} /> : null}
        {recall.state === 'draft' ? (
          <Text c="dimmed">They can be told as soon as the recall is started. Look at the notice before.</Text>
        ) : null}
        {recall.state === 'ended' ? null : (
          <Group>
            <Button size="xs" variant="default" onClick={open}>
              Look at the notice
            </Button>
          </Group>
        )}
      </Stack>
      {previewed ? <NoticePreview recallRef={recallRef} of={of} onClose={close} /> : null}
    </May>
  )
}

type RunningProps = StepsProps & Readonly<{ id: string }>

function Running({ recallRef, id, of }: RunningProps) {
  const { next, sendsMail, contact } = of
  return (
    <>
      <Group gap="sm" align="flex-start">
        {next.mail > 0 && sendsMail ? (
          <SendMail
            id={id}
            to="untold"
            count={next.mail}
            contact={contact}
            words={`Mail ${countOf(next.mail, 'recipient')}`}
          />
        ) : null}
        {next.mailAgain > 0 && sendsMail ? (
          <SendMail
            id={id}
            to="silent"
            count={next.mailAgain}
            contact={contact}
            words={`Ask ${countOf(next.mailAgain, 'silent recipient')} again`}
          />
        ) : null}
        {next.letters > 0 ? (
          <PrintLetters id={id} body={{}} contact={contact} file="letters.pdf">
            {`Print ${countOf(next.letters, 'letter')}`}
          </PrintLetters>
        ) : null}
        {next.calls > 0 ? (
          <Button
            component="a"
            variant="default"
            href={`/v1/recalls/${encodeURIComponent(recallRef)}/call-list.csv`}
            download
          >
            {`Call list of ${next.calls}`}
          </Button>
        ) : null}
      </Group>
      <Remarks of={of} />
    </>
  )
}

function Remarks({ of: { next, sendsMail, silentDays } }: { of: NoticeOverview }) {
  const nothing = next.mail + next.mailAgain + next.letters + next.calls + next.noWay === 0
  return (
    <>
      {sendsMail ? null : <NoMail />}
      {next.mailAgain > 0 ? (
        <Text
          fz="sm"
          c="dimmed"
        >{`Silent: nothing heard for ${countOf(silentDays, 'day')} after the last notice.`}</Text>
      ) : null}
      {next.byHand > 0 ? (
        <Text fz="sm">{`The address of ${countOf(next.byHand, 'recipient')} has characters that our letters cannot show. Open each under Write by hand: print the letter with its address left open, or call.`}</Text>
      ) : null}
      {next.noWay > 0 ? (
        <Text fz="sm">{`No way is known to tell ${countOf(next.noWay, 'recipient')}: add a phone, an address or another e-mail to the customer.`}</Text>
      ) : null}
      {nothing ? <Text c="dimmed">Nothing to do now: everybody was told.</Text> : null}
    </>
  )
}

/** Said before anybody presses anything: without it every notice is refused. */
const NoHazard = ({ recallRef }: { recallRef: string }) => (
  <Text>
    A notice says what the goods can do to people, and that is not written down yet.{' '}
    <RowLink to={`/recalls/${recallRef}/change`}>Write it down</RowLink>
  </Text>
)

const NoContact = () => (
  <Text>
    A notice says how customers reach you, and that is not written down yet. You are asked before the first one goes
    out, or <RowLink to="/settings?tab=recalls">write it down</RowLink>.
  </Text>
)

type UnsaidProps = Readonly<{ of: NoticeOverview; onOpen: () => void }>

const AudienceUnsaid = ({ of: { audienceUnsaid, audience }, onOpen }: UnsaidProps) => (
  <Text>
    {`Nothing says of ${countOf(audienceUnsaid, 'customer')} whether they are a business: they are told as ${toldAs[audience]}. `}
    <Anchor component="button" type="button" onClick={onOpen}>
      Look, and say it
    </Anchor>
  </Text>
)

const NoMail = () => (
  <Text fz="sm">
    This server sends no mail yet: whoever runs it sets SMTP_URL, MAIL_FROM and PUBLIC_URL. Until then letters and calls
    are for everybody.
  </Text>
)
