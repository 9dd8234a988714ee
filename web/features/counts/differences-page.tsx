/**
 * web/features/counts/differences-page.tsx — what was found and not expected, with what it probably is: book it, or have it counted again.
 */
import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { batchText, untrackedCode } from '#domain/batch-code.ts'
import { groupBy } from '#domain/group-by.ts'
import { moneyText } from '#domain/money.ts'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { CountDifference, Differences, NewBody } from '../../api/types.ts'
import { DateText } from '../../shared/date-text.tsx'
import { useMay } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { ReasonModal } from '../../shared/reason-modal.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty, Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import classes from './counting.module.css'

export function DifferencesPage({ countRef }: { countRef: string }) {
  const differences = useQuery({
    queryKey: ['count', countRef, 'differences'],
    queryFn: () => answerOf(api.GET('/v1/counts/{ref}/differences', { params: { path: { ref: countRef } } })),
  })
  return (
    <Page
      title={differences.data ? `Differences of ${differences.data.number}` : 'Differences'}
      about="Each is booked by itself, and applied to what lies there now"
      back={{ to: `/counts/${countRef}`, label: 'Count' }}
    >
      <Loaded of={differences}>{(got) => <DifferencesShown countRef={countRef} of={got} />}</Loaded>
    </Page>
  )
}

type ShownProps = Readonly<{ countRef: string; of: Differences }>

const isBookable = ({ bookedAt, recount, hindrance }: CountDifference) =>
  bookedAt === null && !recount && hindrance === null

function useBook(id: string) {
  return useWrite((body: NewBody<'/v1/counts/{id}/bookings'>, key) =>
    answerOf(api.POST('/v1/counts/{id}/bookings', { params: { path: { id } }, body, headers: intent(key) })),
  )
}

function DifferencesShown({ countRef, of }: ShownProps) {
  const may = useMay('count')
  const count = useQuery({
    queryKey: ['count', countRef],
    queryFn: () => answerOf(api.GET('/v1/counts/{ref}', { params: { path: { ref: countRef } } })),
  })
  const id = count.data?.id ?? countRef
  const book = useBook(id)
  const open = of.items.filter(isBookable)
  const works = may && count.data?.closedAt === null
  return (
    <>
      {of.items.length === 0 ? <Empty title="All that was counted is as expected" /> : null}
      {[...groupBy(of.items, ({ placeCode }) => placeCode)].map(([place, items]) => (
        <Section key={place} title={place} flush aside={works ? <Recount id={id} place={place} /> : null}>
          {items.map((one) => (
            <OneDifference
              key={one.id}
              one={one}
              currency={of.currency}
              onBook={works ? () => book.send({ lines: [one.id] }) : null}
              sending={book.sending}
            />
          ))}
        </Section>
      ))}
      <ProblemAlert problem={book.problem} />
      {works ? (
        <Group mt="md">
          {open.length > 0 ? (
            <Button loading={book.sending} onClick={() => book.send({ lines: open.map(({ id: line }) => line) })}>
              {`Book all ${quantityText(open.length)}`}
            </Button>
          ) : null}
          <CloseCount
            id={id}
            unfinished={(count.data?.open ?? 0) > 0 || (count.data?.counted ?? 0) < (count.data?.bins ?? 0)}
          />
        </Group>
      ) : null}
    </>
  )
}

type OneProps = Readonly<{ one: CountDifference; currency: string; onBook: (() => void) | null; sending: boolean }>

const signed = (quantity: number) => (quantity > 0 ? `+${quantityText(quantity)}` : `−${quantityText(-quantity)}`)

function OneDifference({ one, currency, onBook, sending }: OneProps) {
  const { sku, productName, batchRead, expected, found, difference, value, suggestion, countedBy, note } = one
  const worth = value === null ? 'cost not known' : moneyText({ currency, amount: value })
  return (
    <div className={classes.difference}>
      <Group justify="space-between" gap="sm" wrap="nowrap" align="start">
        <div>
          <Text>
            <b>{batchText(batchRead)}</b> · {sku} {productName}
          </Text>
          <div className={classes.numbers}>
            {`${signed(difference)} · ${quantityText(found)} found, ${quantityText(expected)} expected · ${worth}`}
          </div>
          {suggestion ? <Text fw={600}>{suggestion.says}</Text> : null}
          <WhatIsKnown of={one} />
          <DateRead of={one} />
          <Text fz="sm" c="dimmed">{`counted by ${countedBy}${note === null ? '' : `: ${note}`}`}</Text>
        </div>
        <Settled one={one} />
      </Group>
      {onBook && isBookable(one) ? (
        <Button mt="xs" size="xs" variant="default" loading={sending} onClick={onBook}>
          {one.needsApproval ? 'Approve and book' : 'Book it'}
        </Button>
      ) : null}
    </div>
  )
}

/** Goods without batch that were found under the batch on their label are no difference. */
function WhatIsKnown({ of: { batchRead, identifies, identified, difference } }: { of: CountDifference }) {
  if (identifies === 0) return null
  const units = quantityText(identified ?? identifies)
  const rest = Math.abs(difference) - identifies
  const words =
    batchRead === untrackedCode
      ? `${units} of these ${identified === null ? 'will be' : 'are'} known by the batch they were found as`
      : `${units} ${identified === null ? 'will be' : 'were'} identified as ${batchRead}`
  return <Text fw={600}>{`${words}${rest === 0 ? ': no difference' : `, ${quantityText(rest)} differ`}.`}</Text>
}

/** What a batch that is added will be dated by. */
function DateRead({ of: { batchId, expiresOn } }: { of: CountDifference }) {
  if (batchId !== null) return null
  return (
    <Text fz="sm">
      Last day read: <DateText day={expiresOn} none="none" />
    </Text>
  )
}

const hindrances = {
  approval: 'a manager approves it',
  own_count: 'you counted it: another approves it',
  blind: 'blind: another books it',
}

function Settled({ one: { bookedBy, recount, hindrance } }: { one: CountDifference }) {
  if (bookedBy !== null) return <Sign tone="good">{`booked by ${bookedBy}`}</Sign>
  if (recount) return <Sign tone="soon">to be counted again</Sign>
  if (hindrance !== null) return <Sign tone="held">{hindrances[hindrance]}</Sign>
  return <Sign tone="active">to book</Sign>
}

function Recount({ id, place }: Readonly<{ id: string; place: string }>) {
  const may = useMay('approve counts')
  const [opened, dialog] = useDisclosure(false)
  const ask = useWrite(
    (reason: string, key) =>
      answerOf(
        api.POST('/v1/counts/{id}/recounts', {
          params: { path: { id } },
          body: { places: [place], reason },
          headers: intent(key),
        }),
      ),
    dialog.close,
  )
  if (!may) return null
  return (
    <>
      <Button size="xs" variant="default" onClick={dialog.open}>
        Count again
      </Button>
      <ReasonModal
        opened={opened}
        onClose={dialog.close}
        title={`Count ${place} again`}
        confirm="Have it counted again"
        sending={ask.sending}
        problem={ask.problem}
        onConfirm={ask.send}
      />
    </>
  )
}

function CloseCount({ id, unfinished }: Readonly<{ id: string; unfinished: boolean }>) {
  const may = useMay('approve counts')
  const [opened, dialog] = useDisclosure(false)
  const close = useWrite(
    (reason: string | null, key) =>
      answerOf(
        api.POST('/v1/counts/{id}/closing', {
          params: { path: { id } },
          body: given({ reason }),
          headers: intent(key),
        }),
      ),
    dialog.close,
  )
  if (!may) return null
  return (
    <>
      <Button variant="default" loading={close.sending} onClick={() => (unfinished ? dialog.open() : close.send(null))}>
        Close the count
      </Button>
      <ReasonModal
        opened={opened}
        onClose={dialog.close}
        title="Close it with something left"
        about="Some bins are not counted, or some differences are not booked. They stay as they are."
        confirm="Close the count"
        sending={close.sending}
        problem={close.problem}
        onConfirm={close.send}
      />
    </>
  )
}
