/**
 * server/platform/waves.ts — gathers concurrent calls of one kind: while one wave is in its transaction, the next one
 * fills. Nothing waits on a timer; a call that comes alone runs at once.
 */
export type Outcome<Answer> = { answer: Answer } | { error: unknown }

type Waiting<Ask, Answer> = { ask: Ask; resolve: (answer: Answer) => void; reject: (error: unknown) => void }

/**
 * Calls with the same `lane` go together. `run` returns one outcome for each ask, in order; where it throws, every ask of
 * the wave fails alike.
 */
export function waves<Ask, Answer>(options: {
  sizeMax: number
  run: (asks: readonly Ask[]) => Promise<Outcome<Answer>[]>
}): (lane: string, ask: Ask) => Promise<Answer> {
  const lanes = new Map<string, Waiting<Ask, Answer>[]>()

  async function drain(lane: string, queue: Waiting<Ask, Answer>[]): Promise<void> {
    while (queue.length > 0) await serve(queue.splice(0, options.sizeMax))
    lanes.delete(lane)
  }

  async function serve(wave: Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const outcomes = await options.run(wave.map(({ ask }) => ask))
      for (const [index, waiting] of wave.entries()) settle(waiting, outcomes[index])
    } catch (error) {
      for (const { reject } of wave) reject(error)
    }
  }

  return (lane, ask) =>
    new Promise((resolve, reject) => {
      const waiting = { ask, resolve, reject }
      const queue = lanes.get(lane)
      if (queue) {
        queue.push(waiting)
        return
      }
      const fresh = [waiting]
      lanes.set(lane, fresh)
      // One turn of the event loop, so that what arrived together leaves together.
      setImmediate(() => void drain(lane, fresh))
    })
}

function settle<Ask, Answer>({ resolve, reject }: Waiting<Ask, Answer>, outcome: Outcome<Answer> | undefined): void {
  if (!outcome) reject(new Error('the wave returned fewer outcomes than asks'))
  else if ('answer' in outcome) resolve(outcome.answer)
  else reject(outcome.error)
}
