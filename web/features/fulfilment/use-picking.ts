/**
 * web/features/fulfilment/use-picking.ts — a pick is sent, or kept on this device where the server cannot be reached: then it is judged here, by
 * the rules with which the server judges it later.
 */
import { batchName, batchText } from '#domain/batch-code.ts'
import { judgeAlone } from '#domain/picking/judge-alone.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import { asProblem, offline, Problem } from '../../api/problem.ts'
import type { NewPick, Picked, PickTask, PickWave } from '../../api/types.ts'
import { documentOfWave } from '../../outbox/deeds.ts'
import type { Outbox } from '../../outbox/open-outbox.ts'
import { useOutbox, useQueueOf } from '../../outbox/use-outbox.tsx'
import { labelOf } from '../../shared/label-of.ts'
import { useWrite } from '../../shared/use-write.ts'

/** What was done, and what the label says otherwise. */
export type Told = Readonly<{ words: string; notes: readonly string[] }>
/** The wave with what waits on this device. */
export type Picking = Readonly<{ wave: PickWave; task: PickTask; onDone: (picked: Told) => void }>

/** Nobody stands at a shelf longer than this for an answer. */
const patienceMs = 4_000

export function usePicking({ wave, task, onDone }: Picking) {
  const outbox = useOutbox()
  const { waiting } = useQueueOf(documentOfWave(wave.id))
  return useWrite(
    async (body: NewPick, key) => {
      // What was done first goes first.
      if (waiting.length > 0) return keep({ wave, task, body, key, outbox, because: offline() })
      try {
        return pickedWords(await post(wave.id, body, key))
      } catch (error) {
        if (asProblem(error).code !== 'offline') throw error
        return keep({ wave, task, body, key, outbox, because: error })
      }
    },
    (told) => onDone(told),
  )
}

const post = (id: string, body: NewPick, key: string): Promise<Picked> =>
  answerOf(
    api.POST('/v1/pick-waves/{id}/picks', {
      params: { path: { id } },
      body,
      headers: intent(key),
      signal: AbortSignal.timeout(patienceMs),
    }),
  )

const pickedWords = ({ quantity, batchCode, placeCode, swap, notes }: Picked): Told => ({
  words: `Picked ${quantity} of ${batchText(batchCode)} from ${placeCode}${swap ? `, instead of ${batchText(swap.batchCode)}` : ''}`,
  notes,
})

type Keeping = Omit<Picking, 'onDone'> &
  Readonly<{ body: NewPick; key: string; outbox: Outbox | null; because: unknown }>

/** Throws what is wrong with the pick, or `because` where nothing can be kept on this device. */
async function keep({ wave, task, body, key, outbox, because }: Keeping): Promise<Told> {
  if (!outbox) throw because
  const complaint = judgeAlone({ task, tasks: wave.tasks, label: labelOf(body.scan ?? ''), quantity: body.quantity })
  if (complaint !== null) throw refusedHere(complaint)
  const { orderLineId, batchId, placeId, placeCode, batchCode, orderNumber } = task
  const goods = { orderLineId, batchId, placeId, placeCode }
  const says = `${batchName(batchCode)} from ${placeCode}, order ${orderNumber}`
  const deed = { kind: 'pick', wave: wave.id, goods, says, body } as const
  await outbox.make({ id: key, document: documentOfWave(wave.id), deed }).catch(() => {
    throw because
  })
  return {
    words: `Picked ${body.quantity} of ${batchText(batchCode)} from ${placeCode}, kept on this device`,
    notes: [],
  }
}

const refusedHere = (detail: string) =>
  new Problem({ code: 'refused_on_device', status: 409, detail, facts: {}, requestId: '' })
