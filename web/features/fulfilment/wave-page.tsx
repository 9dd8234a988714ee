/**
 * web/features/fulfilment/wave-page.tsx — the picker's screen: one task at a time, the list behind it, and what is to be put back.
 */
import { Alert, Button, Progress, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { PickTask, PickWave } from '../../api/types.ts'
import { LinkButton } from '../../shared/link-button.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty, Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { keyOf } from './changed-picks.ts'
import { PickTaskForm, type Told } from './pick-task.tsx'
import { StoppedTasks } from './stopped-tasks.tsx'
import { TaskList } from './task-list.tsx'

export function WavePage({ waveRef }: { waveRef: string }) {
  const wave = useQuery({
    queryKey: ['pick-wave', waveRef],
    queryFn: () => answerOf(api.GET('/v1/pick-waves/{ref}', { params: { path: { ref: waveRef } } })),
  })
  return (
    <Page
      title={wave.data ? `Pick ${wave.data.number}` : 'Pick'}
      about={wave.data ? <HowFar wave={wave.data} /> : null}
      back={{ to: '/pick', label: 'Pick' }}
    >
      <Loaded of={wave}>{(got) => <WaveShown key={got.id} wave={got} />}</Loaded>
    </Page>
  )
}

function HowFar({ wave: { units, pickedUnits, closedAt } }: { wave: PickWave }) {
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
    </>
  )
}

/** The task that was chosen while it is open, else the next on the way. */
function WaveShown({ wave }: { wave: PickWave }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const open = wave.tasks.filter(({ toPick }) => toPick > 0)
  const task = open.find((one) => keyOf(one) === chosen) ?? open[0]
  const done = (picked: Told) => {
    setTold(picked)
    setChosen(null)
  }
  return (
    <>
      <StoppedTasks stopped={wave.stopped} />
      <div role="status" aria-live="polite">
        {told ? (
          <Stack gap="xs" mb="sm">
            <Text fw={600}>
              <Sign tone="good">{told.words}</Sign>
            </Text>
            {told.notes.map((note) => (
              <Alert
                key={note}
                color="saffron"
                variant="light"
                icon={<IconAlertTriangle size={18} />}
                styles={{ message: { color: 'var(--mantine-color-text)' } }}
              >
                {note}
              </Alert>
            ))}
          </Stack>
        ) : null}
      </div>
      {task ? (
        <PickTaskForm key={`${keyOf(task)} ${task.toPick}`} wave={wave} task={task} onDone={done} />
      ) : (
        <AllPicked wave={wave} />
      )}
      <TaskList
        tasks={wave.tasks}
        shown={task ? keyOf(task) : null}
        onChoose={(one: PickTask) => setChosen(keyOf(one))}
      />
      <Orders wave={wave} />
    </>
  )
}

function AllPicked({ wave: { id, closedAt, orders } }: { wave: PickWave }) {
  const close = useWrite((_: null, key) =>
    answerOf(api.POST('/v1/pick-waves/{id}/closing', { params: { path: { id } }, headers: intent(key) })),
  )
  const [first] = orders
  if (closedAt !== null) return <Empty title="This wave is closed" />
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
        <div key={orderId}>
          <RowLink to={`/pack/${orderId}`}>{number}</RowLink> {customerName ?? ''}
        </div>
      ))}
    </Section>
  )
}
