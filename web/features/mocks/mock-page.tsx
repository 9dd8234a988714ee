/**
 * web/features/mocks/mock-page.tsx — a rehearsal: its clock, the four deliverables with what was found for each, the result, and what is put right.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { durationText } from '#domain/duration-text.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { MockRecall } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { May, useMay } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { RunningClock } from '../../shared/running-clock.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { Delivered } from './delivered.tsx'
import { BackRows, BalanceRows, ContactRows, ForwardRows } from './mock-rows.tsx'
import { MockSign } from './mock-words.tsx'

/** `putRight` is another feature: they are put together by the app. */
type MockPageProps = Readonly<{ mockRef: string; putRight: (mock: MockRecall) => ReactNode }>

export function MockPage({ mockRef, putRight }: MockPageProps) {
  const found = useQuery({
    queryKey: ['mock-recall', mockRef],
    queryFn: () => answerOf(api.GET('/v1/mock-recalls/{ref}', { params: { path: { ref: mockRef } } })),
  })
  const { number } = found.data ?? {}
  return (
    <Page
      title={number ? `Mock recall ${number}` : 'Mock recall'}
      about={found.data ? <About mock={found.data} /> : null}
      back={{ to: '/mock-recalls', label: 'Mock recalls' }}
      actions={
        found.data?.startedAt ? (
          <Button component="a" href={`/v1/mock-recalls/${found.data.id}/report.pdf`} variant="default" target="_blank">
            Report (PDF)
          </Button>
        ) : null
      }
    >
      <Loaded of={found} rows={10}>
        {(mock) => <Shown mock={mock} putRight={putRight} />}
      </Loaded>
    </Page>
  )
}

function About({ mock }: { mock: MockRecall }) {
  const { batchId, batchCode, sku, productName, draw } = mock
  return (
    <>
      <MockSign mock={mock} /> · {sku} {productName}, batch <BatchLink id={batchId} code={batchCode} />
      {draw ? `, drawn from ${quantityText(draw.candidates)} (seed ${draw.seed})` : ''}
    </>
  )
}

type ShownProps = Readonly<{ mock: MockRecall }> & Pick<MockPageProps, 'putRight'>

function Shown({ mock, putRight }: ShownProps) {
  if (mock.state === 'ready') return <Ready mock={mock} />
  if (mock.state === 'abandoned') return <Text>Given up before its clock was started: {mock.acts[0]?.note}</Text>
  return (
    <>
      <Section title="Now">
        <Now mock={mock} />
      </Section>
      <Delivered mock={mock} deliverable="back">
        <BackRows mock={mock} />
      </Delivered>
      <Delivered mock={mock} deliverable="forward">
        <ForwardRows mock={mock} />
      </Delivered>
      <Delivered mock={mock} deliverable="balance">
        <BalanceRows mock={mock} />
      </Delivered>
      <Delivered mock={mock} deliverable="contacts">
        <ContactRows mock={mock} />
      </Delivered>
      {putRight(mock)}
    </>
  )
}

function Ready({ mock: { id, number, targets } }: { mock: MockRecall }) {
  const may = useMay('recall')
  const start = useWrite((_: null, key) =>
    answerOf(api.POST('/v1/mock-recalls/{id}/start', { params: { path: { id } }, body: {}, headers: intent(key) })),
  )
  return (
    <Section title="Ready">
      <Stack gap="md">
        <Text>
          {`${durationText(targets.minutesMax * 60)} from the start; ${targets.foundMin} % found, ${targets.contactsMin} % reachable. Nothing is held, and nobody is told.`}
        </Text>
        {may ? (
          <Group>
            <Button size="lg" loading={start.sending} onClick={() => start.send(null)}>
              Start the clock
            </Button>
            <ReasonButton
              title={`Give up ${number}`}
              about="Its clock was not started. It stays, with the reason."
              confirm="Give it up"
              send={(reason, key) =>
                answerOf(
                  api.POST('/v1/mock-recalls/{id}/abandonment', {
                    params: { path: { id } },
                    body: { reason },
                    headers: intent(key),
                  }),
                )
              }
            >
              Give it up
            </ReasonButton>
          </Group>
        ) : (
          <Text c="dimmed">An owner, a manager or quality starts it.</Text>
        )}
        <ProblemAlert problem={start.problem} />
      </Stack>
    </Section>
  )
}

function Now({ mock }: { mock: MockRecall }) {
  const { state, startedAt, endedAt, confirmed, targets, seconds, failings } = mock
  const last =
    seconds === null || startedAt === null ? endedAt : new Date(Date.parse(startedAt) + seconds * 1000).toISOString()
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="lg">
        <div>
          <RunningClock label={state === 'ended' ? 'Took' : 'Running for'} from={startedAt ?? ''} until={last} />
          <Text fz="sm">{`of ${durationText(targets.minutesMax * 60)} allowed · ${confirmed.length} of 4 confirmed`}</Text>
        </div>
        {state === 'running' ? <End mock={mock} /> : null}
      </Group>
      <Facts of={{ Found: `${mock.foundPercent} %`, Reachable: `${mock.contactsPercent} %` }} />
      {failings.length > 0 ? (
        <div>
          <Text fw={600}>{state === 'ended' ? 'Why it failed' : 'What stands against a pass'}</Text>
          {failings.map((says) => (
            <Text key={says}>{says}</Text>
          ))}
        </div>
      ) : null}
    </Stack>
  )
}

function End({ mock: { id, number, failings } }: { mock: MockRecall }) {
  return (
    <May to="recall">
      <ReasonButton
        title={`End ${number}`}
        about={failings.length === 0 ? 'It passes.' : `As it stands it fails. ${failings.join(' ')}`}
        confirm="End it"
        send={(note, key) =>
          answerOf(
            api.POST('/v1/mock-recalls/{id}/end', { params: { path: { id } }, body: { note }, headers: intent(key) }),
          )
        }
      >
        End it
      </ReasonButton>
    </May>
  )
}
