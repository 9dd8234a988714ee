/**
 * web/features/fulfilment/wave-page.tsx — the picker's screen: one task at a time, the list behind it, and what is to be put back.
 */
import { Alert, Button, Progress } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { PickTask, PickWave } from '../../api/types.ts'
import { AsOf } from '../../kept/as-of.tsx'
import { isAway } from '../../kept/is-away.ts'
import { keeping } from '../../kept/keeping.ts'
import { documentOfWave } from '../../outbox/deeds.ts'
import { RefusedActs } from '../../outbox/refused-act.tsx'
import { useQueueOf } from '../../outbox/use-outbox.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty, ProblemAlert, Unanswered } from '../../shared/states.tsx'
import { Told, useTaskInTurn } from '../../shared/told.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { keyOf } from './changed-picks.ts'
import { PickTaskForm } from './pick-task.tsx'
import classes from './picking.module.css'
import { withQueued } from './queued-picks.ts'
import { StoppedTasks } from './stopped-tasks.tsx'
import { TaskList } from './task-list.tsx'
import type { Told as PickTold } from './use-picking.ts'

/** Kept until it is closed, and without the names of customers: those are not picked by. */
const atHand = (wave: PickWave): PickWave | null =>
  wave.closedAt === null ? { ...wave, orders: wave.orders.map((order) => ({ ...order, customerName: null })) } : null

export function WavePage({ waveRef }: { waveRef: string }) {
  const wave = useQuery({
    queryKey: ['pick-wave', waveRef],
    queryFn: keeping(() => answerOf(api.GET('/v1/pick-waves/{ref}', { params: { path: { ref: waveRef } } })), atHand),
  })
  const { waiting, refused } = useQueueOf(documentOfWave(wave.data?.id ?? ''))
  const known = wave.data ? withQueued(wave.data, waiting) : null
  return (
    <Page
      title={known ? `Pick ${known.number}` : 'Pick'}
      about={known ? <HowFar wave={known} asOf={isAway(wave) ? <AsOf at={wave.dataUpdatedAt} /> : null} /> : null}
      back={{ to: '/pick', label: 'Pick' }}
    >
      <RefusedActs acts={refused.slice(0, 1)} />
      {refused.length > 1 ? (
        <div className={classes.others}>
          <RowLink to="/outbox">{countOf(refused.length - 1, 'more is', 'more are')} to settle</RowLink>
        </div>
      ) : null}
      {known ? <WaveShown key={known.id} wave={known} unsent={waiting.length} /> : <Unanswered of={wave} />}
    </Page>
  )
}

function HowFar({ wave: { units, pickedUnits, closedAt }, asOf }: { wave: PickWave; asOf: ReactNode }) {
  if (closedAt !== null) return <Sign tone="quiet">closed</Sign>
  return (
    <>
      {`${quantityText(pickedUnits)} of ${quantityText(units)} units picked`}
      <Progress
        mt={6}
        value={units === 0 ? 100 : (pickedUnits / units) * 100}
        aria-label="How far the wave is picked"
        color="leaf"
      />
      {asOf}
    </>
  )
}

/** The task that was chosen while it is open, else the next on the way. */
function WaveShown({ wave, unsent }: { wave: PickWave; unsent: number }) {
  const { chosen, choose, told, done } = useTaskInTurn<PickTold>()
  const open = wave.tasks.filter(({ toPick }) => toPick > 0)
  const task = open.find((one) => keyOf(one) === chosen) ?? open[0]
  return (
    <>
      <StoppedTasks stopped={wave.stopped} />
      <Told words={told?.words ?? null}>
        {told?.notes.map((note) => (
          <Alert
            key={note}
            mb="sm"
            color="saffron"
            variant="light"
            icon={<IconAlertTriangle size={18} />}
            styles={{ message: { color: 'var(--mantine-color-text)' } }}
          >
            {note}
          </Alert>
        ))}
      </Told>
      {task ? (
        <PickTaskForm key={`${keyOf(task)} ${task.toPick}`} wave={wave} task={task} onDone={done} />
      ) : (
        <AllPicked wave={wave} unsent={unsent} />
      )}
      <TaskList tasks={wave.tasks} shown={task ? keyOf(task) : null} onChoose={(one: PickTask) => choose(keyOf(one))} />
      <Orders wave={wave} />
    </>
  )
}

function AllPicked({ wave: { id, closedAt, orders }, unsent }: { wave: PickWave; unsent: number }) {
  const close = useWrite((_: null, key) =>
    answerOf(api.POST('/v1/pick-waves/{id}/closing', { params: { path: { id } }, headers: intent(key) })),
  )
  const [first] = orders
  if (closedAt !== null) return <Empty title="This wave is closed" />
  if (unsent > 0)
    return (
      <Section title="Done here">
        <Empty title="Nothing is left to pick">
          {`${countOf(unsent, 'pick is', 'picks are')} kept on this device. They go by themselves when the network is back; then pack.`}
        </Empty>
      </Section>
    )
  return (
    <Section title="Done">
      <Empty
        title="Nothing is left to pick"
        action={
          first ? (
            <LinkButton to="/pack/$ref" params={{ ref: first.orderId }}>
              Pack {first.number}
            </LinkButton>
          ) : null
        }
      >
        Pack the orders into parcels, then close the wave.
      </Empty>
      <ProblemAlert problem={close.problem} />
      <Button variant="default" loading={close.sending} onClick={() => close.send(null)}>
        Close the wave
      </Button>
    </Section>
  )
}

function Orders({ wave: { orders } }: { wave: PickWave }) {
  return (
    <Section title="Orders to pack">
      {orders.map(({ orderId, number, customerName }) => (
        <div key={orderId} className={classes.order}>
          <RowLink to={`/pack/${orderId}`}>{number}</RowLink> {customerName ?? ''}
        </div>
      ))}
    </Section>
  )
}
