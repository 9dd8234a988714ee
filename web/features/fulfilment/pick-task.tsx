/**
 * web/features/fulfilment/pick-task.tsx — one task, large: from which bin, which batch, how many. The scan box keeps the focus; Enter picks
 * what is planned, another batch asks first.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { batchText } from '#domain/batch-code.ts'
import type { NewPick, PickTask } from '../../api/types.ts'
import { documentOfWave } from '../../outbox/deeds.ts'
import { useQueueOf } from '../../outbox/use-outbox.tsx'
import { capital } from '../../shared/capital.ts'
import { useMay } from '../../shared/may.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { ReasonModal } from '../../shared/reason-modal.tsx'
import { ScanInput } from '../../shared/scan-input.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { namedBy, pickOf } from './pick-scan.ts'
import { ShortPick } from './short-pick.tsx'
import { TaskCard } from './task-card.tsx'
import { type Picking, type Told, usePicking } from './use-picking.ts'

/** What is in the scan box, and what Enter does with it. */
function useScan({ wave, task, onDone }: Picking) {
  const [scan, setScan] = useState('')
  const [quantity, setQuantity] = useState<number | ''>(task.toPick)
  const [asking, setAsking] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const done = (picked: Told) => {
    setScan('')
    onDone(picked)
  }
  const picking = usePicking({ wave, task, onDone: done })
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

export function PickTaskForm({ wave, task, onDone }: Picking) {
  const unsent = useQueueOf(documentOfWave(wave.id)).waiting.length > 0
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
            <WhichOne body={body} picking={picking} />
            <Force body={body} picking={picking} />
            <Taking
              task={task}
              quantity={quantity}
              onQuantity={setQuantity}
              asking={asking}
              sending={picking.sending}
              unsent={unsent}
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

type RefusedProps = Readonly<{ body: NewPick; picking: ReturnType<typeof usePicking> }>
type Candidates = readonly Readonly<{ id: string; says: string }>[]

/** Of what the scan may mean, whose lot or which bin it is. */
function WhichOne({ body, picking: { problem, sending, send } }: RefusedProps) {
  if (problem?.code !== 'ambiguous') return null
  const field = problem.facts.where === 'Place' ? 'place' : 'batch'
  return (
    <Group gap="xs">
      {(problem.facts.candidates as Candidates).map(({ id, says }) => (
        <Button key={id} variant="default" loading={sending} onClick={() => send({ ...body, [field]: id })}>
          {capital(says)}
        </Button>
      ))}
    </Group>
  )
}

/** For those who may, where rules forbid it; never for what is held or expired. */
function Force({ body, picking }: RefusedProps) {
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
  /** What is missing is judged by what was picked before. */
  unsent: boolean
  onShort: () => void
}>

const Taking = ({ task, quantity, onQuantity, asking, sending, unsent, onShort }: TakingProps) => (
  <Group gap="sm" align="end">
    <QuantityInput label="How many" w={110} value={quantity} max={task.toPick} onChange={onQuantity} />
    <Button type="submit" size="md" loading={sending}>
      {asking ? 'Take it instead' : 'Picked'}
    </Button>
    <Button size="md" variant="default" disabled={unsent} onClick={onShort}>
      Short
    </Button>
  </Group>
)
