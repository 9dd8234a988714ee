/**
 * web/features/fulfilment/pick-task.tsx — one task, large: from which bin, which batch, how many. The scan box keeps the focus; Enter picks
 * what is planned, another batch asks first.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { batchText } from '#domain/batch-code.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewPick, Picked, PickTask, PickWave } from '../../api/types.ts'
import { useMay } from '../../shared/may.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { ReasonModal } from '../../shared/reason-modal.tsx'
import { ScanInput } from '../../shared/scan-input.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { namedBy, pickOf } from './pick-scan.ts'
import { ShortPick } from './short-pick.tsx'
import { TaskCard } from './task-card.tsx'

/** What was done, and what the label says otherwise. */
export type Told = Readonly<{ words: string; notes: readonly string[] }>
type PickTaskProps = Readonly<{ wave: PickWave; task: PickTask; onDone: (picked: Told) => void }>

const pickedWords = ({ quantity, batchCode, placeCode, swap, notes }: Picked): Told => ({
  words: `Picked ${quantity} of ${batchText(batchCode)} from ${placeCode}${swap ? `, instead of ${batchText(swap.batchCode)}` : ''}`,
  notes,
})

function usePicking({ wave, onDone }: Omit<PickTaskProps, 'task'>) {
  return useWrite(
    (body: NewPick, key) =>
      answerOf(
        api.POST('/v1/pick-waves/{id}/picks', { params: { path: { id: wave.id } }, body, headers: intent(key) }),
      ),
    (answer) => onDone(pickedWords(answer)),
  )
}

/** What is in the scan box, and what Enter does with it. */
function useScan({ wave, task, onDone }: PickTaskProps) {
  const [scan, setScan] = useState('')
  const [quantity, setQuantity] = useState<number | ''>(task.toPick)
  const [asking, setAsking] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const done = (picked: Told) => {
    setScan('')
    onDone(picked)
  }
  const picking = usePicking({ wave, onDone: done })
  useEffect(() => box.current?.focus(), [])
  const { swap, body } = pickOf(task, { scan, quantity: quantity === '' ? task.toPick : quantity })
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    box.current?.focus()
    setAsking(swap && !asking)
    if (!swap || asking) picking.send(body)
  }
  const type = (text: string) => {
    setScan(text)
    setAsking(false)
    picking.forget()
  }
  return { scan, type, quantity, setQuantity, asking, box, picking, body, send }
}

export function PickTaskForm({ wave, task, onDone }: PickTaskProps) {
  const { scan, type, quantity, setQuantity, asking, box, picking, body, send } = useScan({ wave, task, onDone })
  const [shorting, dialog] = useDisclosure(false)
  const leave = ({ key }: KeyboardEvent) => key === 'Escape' && type('')
  return (
    <>
      <form onSubmit={send} onKeyDown={leave}>
        <TaskCard task={task} warehouseId={wave.warehouseId}>
          <Stack gap="sm">
            <ScanInput
              ref={box}
              size="lg"
              label="Scan the batch, or press Enter"
              placeholder={batchText(task.batchCode)}
              value={scan}
              onScan={type}
            />
            {asking ? <AskSwap scan={scan} task={task} /> : null}
            <ProblemAlert problem={picking.problem} />
            <Force body={body} picking={picking} />
            <Taking
              task={task}
              quantity={quantity}
              onQuantity={setQuantity}
              asking={asking}
              sending={picking.sending}
              onShort={dialog.open}
            />
          </Stack>
        </TaskCard>
      </form>
      <ShortPick
        wave={wave}
        task={task}
        opened={shorting}
        onClose={dialog.close}
        onDone={(words) => onDone({ words, notes: [] })}
      />
    </>
  )
}

const AskSwap = ({ scan, task }: { scan: string; task: PickTask }) => (
  <Text role="alert" fw={600}>
    {`This is ${namedBy(scan)}, planned is ${batchText(task.batchCode)}. Enter takes it instead, Escape leaves it.`}
  </Text>
)

type ForceProps = Readonly<{ body: NewPick; picking: ReturnType<typeof usePicking> }>

/** For those who may, where rules forbid it; never for what is held or expired. */
function Force({ body, picking }: ForceProps) {
  const may = useMay('force picks')
  const [opened, dialog] = useDisclosure(false)
  const { problem } = picking
  if (!may || problem?.code !== 'pick_not_allowed' || problem.facts.forcible !== true) return null
  return (
    <>
      <Button variant="default" color="brick" onClick={dialog.open}>
        Force it, with a reason
      </Button>
      <ReasonModal
        opened={opened}
        onClose={dialog.close}
        title="Pick it although its rules forbid it"
        about={problem.detail}
        confirm="Force the pick"
        danger
        sending={picking.sending}
        problem={null}
        onConfirm={(reason) => picking.send({ ...body, force: { reason } })}
      />
    </>
  )
}

type TakingProps = Readonly<{
  task: PickTask
  quantity: number | ''
  onQuantity: (quantity: number | '') => void
  asking: boolean
  sending: boolean
  onShort: () => void
}>

const Taking = ({ task, quantity, onQuantity, asking, sending, onShort }: TakingProps) => (
  <Group gap="sm" align="end">
    <QuantityInput label="How many" w={110} value={quantity} max={task.toPick} onChange={onQuantity} />
    <Button type="submit" size="md" loading={sending}>
      {asking ? 'Take it instead' : 'Picked'}
    </Button>
    <Button size="md" variant="default" onClick={onShort}>
      Short
    </Button>
  </Group>
)
