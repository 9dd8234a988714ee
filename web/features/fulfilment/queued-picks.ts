/**
 * web/features/fulfilment/queued-picks.ts — the wave as the picker knows it: as the server told it, with what was picked on this device since.
 */
import { progressOf } from '#domain/picking/progress.ts'
import type { PickTask, PickWave } from '../../api/types.ts'
import type { DeedAct } from '../../outbox/deeds.ts'
import { keyOf } from './changed-picks.ts'

/** `acts`: what waits; what was refused is not picked. A task that has gone meanwhile stays gone. */
export function withQueued(wave: PickWave, acts: readonly DeedAct[]): PickWave {
  const queued = new Map<string, number>()
  for (const { deed } of acts) {
    if (deed.kind !== 'pick') continue
    const key = keyOf(deed.goods)
    queued.set(key, (queued.get(key) ?? 0) + deed.body.quantity)
  }
  const tasks = wave.tasks.map((task) => withMore(task, queued.get(keyOf(task)) ?? 0))
  const more =
    tasks.reduce((sum, { picked }) => sum + picked, 0) - wave.tasks.reduce((sum, { picked }) => sum + picked, 0)
  return { ...wave, tasks, pickedUnits: wave.pickedUnits + more }
}

/** Never more than the task asks: what waits may be known to the server already, where only its answer was lost. */
function withMore(task: PickTask, queued: number): PickTask {
  const more = Math.min(queued, task.toPick)
  if (more === 0) return task
  const picked = task.picked + more
  return { ...task, picked, ...progressOf({ reserved: task.quantity, picked, packed: task.packed }) }
}
