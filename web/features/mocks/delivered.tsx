/**
 * web/features/mocks/delivered.tsx — one of the four things that are delivered: what was found, and the button by which a person says that it is so.
 */
import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { MockRecall } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Sign } from '../../shared/sign.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { type Deliverable, deliverableWords } from './mock-words.tsx'

type DeliveredProps = Readonly<{ mock: MockRecall; deliverable: Deliverable; children: ReactNode }>

export function Delivered({ mock, deliverable, children }: DeliveredProps) {
  const { title, asks } = deliverableWords[deliverable]
  const said = mock.acts.find(({ kind }) => kind === deliverable)
  const may = useMay('recall')
  return (
    <Section title={title} aside={said ? <Sign tone="good">confirmed</Sign> : <Sign tone="quiet">not confirmed</Sign>}>
      <Stack gap="sm">
        <Text c="dimmed">{asks}</Text>
        {children}
        {said ? (
          <Text fz="sm" c="dimmed">
            Confirmed by {said.byName}, <InstantText at={said.at} />
            {said.note ? `: ${said.note}` : ''}
          </Text>
        ) : null}
        {!said && mock.state === 'running' && may ? <Confirm mock={mock} deliverable={deliverable} /> : null}
      </Stack>
    </Section>
  )
}

const leavesWork = (mock: MockRecall, deliverable: Deliverable): boolean =>
  (deliverable === 'contacts' && mock.unreachableCount > 0) ||
  (deliverable === 'back' && mock.origins.some(({ source }) => source === 'none')) ||
  (deliverable === 'balance' && mock.variance !== 0)

type Found = Readonly<{ found: number | string; owner: string; dueOn: string | null }>

const bodyOf = (deliverable: Deliverable, { found, owner, dueOn }: Found) => ({
  deliverable,
  ...given({
    found: typeof found === 'number' ? found : undefined,
    owner: owner.trim() === '' ? undefined : owner.trim(),
    dueOn: dueOn ?? undefined,
  }),
})

function Confirm({ mock, deliverable }: Omit<DeliveredProps, 'children'>) {
  const [values, setValues] = useState<Found>({ found: '', owner: '', dueOn: null })
  const send = useWrite((asked: Found, key) =>
    answerOf(
      api.POST('/v1/mock-recalls/{id}/confirmations', {
        params: { path: { id: mock.id } },
        body: bodyOf(deliverable, asked),
        headers: intent(key),
      }),
    ),
  )
  const lies = mock.balances.reduce((sum, { onHand }) => sum + onHand, 0)
  const owes = leavesWork(mock, deliverable) || (typeof values.found === 'number' && values.found !== lies)
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        {deliverable === 'balance' ? (
          <NumberInput
            label="Found on the shelves"
            description={`Of ${lies} that should lie here; leave it empty if nobody looked`}
            min={0}
            allowDecimal={false}
            value={values.found}
            onChange={(found) => setValues({ ...values, found })}
          />
        ) : null}
        {owes ? <WhoPutsItRight values={values} onChange={setValues} /> : null}
      </Group>
      <ProblemAlert problem={send.problem} />
      <Group>
        <Button variant="default" loading={send.sending} onClick={() => send.send(values)}>
          {`Confirm: ${deliverableWords[deliverable].title.toLowerCase()}`}
        </Button>
      </Group>
    </Stack>
  )
}

type OwnerProps = Readonly<{ values: Found; onChange: (values: Found) => void }>

function WhoPutsItRight({ values, onChange }: OwnerProps) {
  return (
    <>
      <TextInput
        label="Who puts it right"
        description="Else you"
        maxLength={200}
        value={values.owner}
        onChange={({ currentTarget: { value: owner } }) => onChange({ ...values, owner })}
      />
      <DayInput
        label="Until"
        description="Else in 14 days"
        clearable
        value={values.dueOn}
        onChange={(dueOn) => onChange({ ...values, dueOn })}
      />
    </>
  )
}
