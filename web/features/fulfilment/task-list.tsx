import { UnstyledButton } from '@mantine/core'
import { batchName } from '#domain/batch-code.ts'
import type { PickTask } from '../../api/types.ts'
import { boxedText } from '../../shared/box-words.ts'
import { Section } from '../../shared/page.tsx'
import { Sign } from '../../shared/sign.tsx'
import { keyOf } from './changed-picks.ts'
import classes from './picking.module.css'

type TaskListProps = Readonly<{
  tasks: readonly PickTask[]
  shown: string | null
  onChoose: (task: PickTask) => void
}>

/** All of the walk; a task is brought forward by choosing it. */
export function TaskList({ tasks, shown, onChoose }: TaskListProps) {
  if (tasks.length === 0) return null
  return (
    <Section title="The whole walk" flush>
      <ol className={classes.list}>
        {tasks.map((task) => (
          <li key={keyOf(task)}>
            <UnstyledButton
              className={classes.row}
              data-shown={keyOf(task) === shown || undefined}
              aria-current={keyOf(task) === shown || undefined}
              disabled={task.toPick === 0}
              onClick={() => onChoose(task)}
            >
              <b>{task.placeCode}</b>
              <span>{`${batchName(task.batchCode)} of ${task.sku}, ${task.orderNumber}`}</span>
              {task.toPick === 0 ? <Sign tone="good">picked</Sign> : boxedText(task.toPick, task.packOf, task.baseUnit)}
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </Section>
  )
}
