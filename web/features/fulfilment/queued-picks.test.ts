import { expect, test } from 'vitest'
import type { PickTask, PickWave } from '../../api/types.ts'
import type { DeedAct } from '../../outbox/deeds.ts'
import { withQueued } from './queued-picks.ts'

const task = { orderLineId: 'line', batchId: 'a', placeId: 'bin', quantity: 10, picked: 2, packed: 1, toPick: 8 }
const wave = (tasks: readonly object[]) => ({ pickedUnits: 2, units: 10, tasks: tasks as PickTask[] }) as PickWave
const queued = (quantity: number, batchId = 'a') =>
  ({ deed: { kind: 'pick', goods: { orderLineId: 'line', batchId, placeId: 'bin' }, body: { quantity } } }) as DeedAct
const shown = (acts: readonly DeedAct[], tasks: readonly object[] = [task]) => {
  const { pickedUnits, tasks: now } = withQueued(wave(tasks), acts)
  return [pickedUnits, ...now.map(({ picked, toPick, loose }) => ({ picked, toPick, loose }))]
}

test('what waits on the device counts as picked', () => {
  expect(shown([queued(3), queued(1)])).toEqual([6, { picked: 6, toPick: 4, loose: 5 }])
})

test('what the server knows already, and only its answer was lost, is not counted beyond the task', () => {
  expect(shown([queued(9)])).toEqual([10, { picked: 10, toPick: 0, loose: 9 }])
})

test('a task that has gone meanwhile stays gone', () => {
  expect(shown([queued(3, 'b')], [])).toEqual([2])
})
