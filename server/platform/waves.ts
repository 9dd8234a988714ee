/**
 * server/platform/waves.ts — gathers concurrent calls of one kind: while one wave is in its transaction, the next one
 * fills. Nothing waits on a timer; a call that comes alone runs at once.
 */
export type Outcome<Answer> = { answer: Answer } | { error: unknown }

type Waiting<Ask, Answer> = { ask: Ask; resolve: (answer: Answer) => void; reject: (error: unknown) => void }

/**
 * Calls with the same `lane` go together, as many as there are until `weightMax` is reached; one that alone is heavier goes
 * alone. `run` returns one outcome for each ask, in order; where it throws, every ask of
 * the wave fails alike.
 */
export function waves<Ask, Answer>(options: {
  sizeMax: number
  /** A bound on what one wave holds, in the unit of `weigh`. */
  weightMax?: number
  weigh?: (ask: Ask) => number
  run: (asks: readonly Ask[]) => Promise<Outcome<Answer>[]>
}): (lane: string, ask: Ask) => Promise<Answer> {
  const { weightMax = Number.POSITIVE_INFINITY, weigh = () => 1 } = options
  const lanes = new Map<string, Waiting<Ask, Answer>[]>()

  async function drain(lane: string, queue: Waiting<Ask, Answer>[]): Promise<void> {
    while (queue.length > 0) await serve(queue.splice(0, fitting(queue)))
    lanes.delete(lane)
  }

  function fitting(queue: readonly Waiting<Ask, Answer>[]): number {
    let weight = 0
    const over = queue.findIndex(({ ask }) => {
      weight += weigh(ask)
      return weight > weightMax
    })
    return Math.min(over < 0 ? queue.length : Math.max(over, 1), options.sizeMax)
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
