/**
 * web/features/recalls/recall-room.tsx — a recall as those who run it need it: the clock, the next act, what is meant, and where every unit is.
 */
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Recall, RecallPreview } from '../../api/types.ts'
import { LinkButton } from '../../shared/link-button.tsx'
import { May } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { Loaded } from '../../shared/states.tsx'
import { ExposureFacts } from './exposure-facts.tsx'
import { NextAct } from './next-act.tsx'
import { RecallBalance } from './recall-balance.tsx'
import { RecallClock } from './recall-clock.tsx'
import { StoppedOrders, WhereItLies } from './recall-places.tsx'
import { RecallTimeline } from './recall-timeline.tsx'
import { kindText, RecallStateSign } from './recall-words.tsx'
import classes from './recalls.module.css'
import { ScopeList } from './scope-list.tsx'
import { useReach, useRecall, useRecallTrace } from './use-recall.ts'

/** `whoIsTold` are its notices, `whoGotIt` is the trace of it: features are put together by the app. */
type RoomProps = Readonly<{ recallRef: string; whoIsTold: ReactNode; whoGotIt: ReactNode }>

export function RecallRoom({ recallRef, ...parts }: RoomProps) {
  const found = useRecall(recallRef)
  const { number, title } = found.data ?? {}
  return (
    <Page
      title={number ? `${number}: ${title}` : 'Recall'}
      about={found.data ? <About recall={found.data} /> : null}
      back={{ to: '/recalls', label: 'Recalls' }}
      actions={found.data?.state === 'draft' ? <Abandon recall={found.data} /> : null}
    >
      <Loaded of={found} rows={10}>
        {(recall) => <Shown recall={recall} {...parts} />}
      </Loaded>
    </Page>
  )
}

const About = ({ recall }: { recall: Recall }) => (
  <>
    <RecallStateSign state={recall.state} /> · {kindText(recall)}
  </>
)

type ShownProps = Omit<RoomProps, 'recallRef'> & Readonly<{ recall: Recall }>

function Shown({ recall, whoIsTold, whoGotIt }: ShownProps) {
  const trace = useRecallTrace(recall.number).data?.pages[0]
  const told = recall.state === 'abandoned' ? null : whoIsTold
  const isOver = recall.state === 'ended' || recall.state === 'abandoned'
  const isRunning = recall.state === 'running'
  // Once it runs, to put back what lies picked is the next thing to do.
  const stopped = trace && !isOver ? <StoppedOrders orders={trace.openOrders} isRunning={isRunning} /> : null
  return (
    <>
      <Section title="Now">
        <div className={classes.clock}>
          <RecallClock recall={recall} />
          <NextAct recall={recall} />
        </div>
      </Section>
      <Frozen recall={recall} />
      {isRunning ? stopped : null}
      {recall.state === 'draft' ? null : told}
      {recall.balance ? <RecallBalance balance={recall.balance} /> : null}
      {isOver ? null : <Reach recall={recall} />}
      {isRunning ? null : stopped}
      <Meant recall={recall} />
      {recall.state === 'draft' ? told : null}
      {trace ? <WhereItLies here={trace.here} /> : null}
      {whoGotIt}
      <RecallTimeline recall={recall} />
    </>
  )
}

function Frozen({ recall: { isolated, state } }: { recall: Recall }) {
  const last = isolated.at(-1)
  if (!last) return null
  return (
    <Section title={state === 'ended' ? 'What was frozen' : 'What is frozen'}>
      <Facts
        of={{
          Held: countOf(last.onHand, 'unit'),
          Batches: quantityText(last.batches),
          Places: quantityText(last.places),
          'Taken back': countOf(
            isolated.reduce((sum, { released }) => sum + released, 0),
            'promised unit',
          ),
          'Lay picked': countOf(last.picked, 'unit'),
        }}
      />
    </Section>
  )
}

function Reach({ recall: { number, state } }: { recall: Recall }) {
  const reach = useReach(number)
  return (
    <Section title="What it reaches">
      <Loaded of={reach} rows={4}>
        {(preview) => (
          <>
            <ExposureFacts of={preview.exposure} />
            <Text c="dimmed" fz="sm" mt="sm">
              {meantText(preview, state)}
            </Text>
          </>
        )}
      </Loaded>
    </Section>
  )
}

function meantText({ named, serials, undated, alreadyHeld, exposure }: RecallPreview, state: Recall['state']): string {
  const made = exposure.batches - named
  return [
    `${countOf(named, 'batch', 'batches')} meant${made > 0 ? `, and ${made} made of that` : ''}.`,
    ...(serials > 0 ? [`${countOf(serials, 'unit')} by serial: their batches are held as a whole.`] : []),
    ...(undated > 0 ? [`Of ${countOf(undated, 'batch', 'batches')} nobody knows when it was made: taken in.`] : []),
    ...(alreadyHeld > 0 && state === 'draft' ? [`${countOf(alreadyHeld, 'batch', 'batches')} held already.`] : []),
  ].join(' ')
}

function Meant({ recall }: { recall: Recall }) {
  const { number, state, reason, hazard, versions } = recall
  const now = versions.at(-1)
  return (
    <Section
      title="What is meant"
      aside={
        state === 'draft' || state === 'running' ? (
          <May to="recall">
            <LinkButton to="/recalls/$ref/change" params={{ ref: number }} size="xs" variant="subtle">
              Change the words
            </LinkButton>
            <LinkButton to="/recalls/$ref/scope" params={{ ref: number }} size="xs" variant="default">
              Widen or narrow
            </LinkButton>
          </May>
        ) : null
      }
    >
      <Text>{reason}</Text>
      {hazard ? <Text mt={4}>{hazard}</Text> : null}
      {now ? <ScopeList scope={now.scope} /> : null}
    </Section>
  )
}

function Abandon({ recall: { id, number } }: { recall: Recall }) {
  return (
    <May to="recall">
      <ReasonButton
        title={`Abandon ${number}`}
        about="Nothing was touched. The draft stays, with the reason."
        confirm="Abandon it"
        danger
        send={(reason, key) =>
          answerOf(
            api.POST('/v1/recalls/{id}/abandonment', {
              params: { path: { id } },
              body: { reason },
              headers: intent(key),
            }),
          )
        }
      >
        Abandon
      </ReasonButton>
    </May>
  )
}
