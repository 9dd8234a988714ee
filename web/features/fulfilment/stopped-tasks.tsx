import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { StoppedTask } from '../../api/types.ts'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { keyOf } from './changed-picks.ts'
import classes from './picking.module.css'

/** What was picked and must not leave: the first, and the others behind it, so that the next task stays in sight. */
export function StoppedTasks({ stopped: [first, ...others] }: { stopped: readonly StoppedTask[] }) {
  return (
    <>
      {first ? <Stopped key={keyOf(first)} task={first} /> : null}
      {others.length > 0 ? (
        <details className={classes.others}>
          <summary>{countOf(others.length, 'more is', 'more are')} stopped</summary>
          {others.map((task) => (
            <Stopped key={keyOf(task)} task={task} />
          ))}
        </details>
      ) : null}
    </>
  )
}

function Stopped({ task }: { task: StoppedTask }) {
  const { orderLineId, batchId, placeId, batchCode, placeCode, stopped, why, orderNumber, baseUnit } = task
  const putBack = useWrite((quantity: number, key) =>
    answerOf(
      api.POST('/v1/order-lines/{id}/put-backs', {
        params: { path: { id: orderLineId } },
        body: { batch: batchId, place: placeId, quantity },
        headers: intent(key),
      }),
    ),
  )
  return (
    <section className={classes.stopped} aria-label={`Stopped: ${batchName(batchCode)}`}>
      <Group justify="space-between" gap="sm">
        <div>
          <Sign tone="bad" icon={<IconAlertTriangle />}>
            Stopped
          </Sign>
          <Text fz="lg" fw={600}>
            {`${quantityText(stopped, baseUnit)} of ${batchName(batchCode)}: ${why}`}
          </Text>
          <Text>{`Order ${orderNumber}. Back to ${placeCode}.`}</Text>
        </div>
        <Button color="brick" loading={putBack.sending} onClick={() => putBack.send(stopped)}>
          Put back {quantityText(stopped, baseUnit)}
        </Button>
      </Group>
      <ProblemAlert problem={putBack.problem} />
    </section>
  )
}
