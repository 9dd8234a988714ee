/**
 * server/platform/waves.ts — gathers concurrent calls of one kind: while one wave is in its transaction, the next one
 * fills. A call that comes alone runs at once; only after a wave of several, the next may wait a little for company.
 */
export type Outcome<Answer> = { answer: Answer } | { error: unknown }

type Lane<Ask, Answer> = {
  readonly queue: Waiting<Ask, Answer>[]
  wanted: number
  enough: () => void // is called when so many are there
}
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
  /** The part of the time a wave of several took for which the next one waits until as many have come: whoever was answered often asks again. */
  patience?: number
  run: (asks: readonly Ask[]) => Promise<Outcome<Answer>[]>
}): (lane: string, ask: Ask) => Promise<Answer> {
  const { weightMax = Number.POSITIVE_INFINITY, weigh = () => 1, patience = 0 } = options
  const lanes = new Map<string, Lane<Ask, Answer>>()

  async function drain(name: string, lane: Lane<Ask, Answer>): Promise<void> {
    const { queue } = lane
    while (queue.length > 0) {
      const wave = queue.splice(0, fitting(queue, { sizeMax: options.sizeMax, weightMax, weigh }))
      const begun = performance.now()
      await serve(wave)
      const waitMs = Math.min(patience * (performance.now() - begun), patienceMaxMs)
      if (wave.length > 1 && queue.length < wave.length && waitMs > 0) await company(lane, wave.length, waitMs)
    }
    lanes.delete(name)
  }

  async function serve(wave: Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const outcomes = await options.run(wave.map(({ ask }) => ask))
      for (const [index, waiting] of wave.entries()) settle(waiting, outcomes[index])
    } catch (error) {
      for (const { reject } of wave) reject(error)
    }
  }

  return (name, ask) =>
    new Promise((resolve, reject) => {
      const waiting = { ask, resolve, reject }
      const lane = lanes.get(name)
      if (lane) {
        lane.queue.push(waiting)
        if (lane.queue.length >= lane.wanted) lane.enough()
        return
      }
      const fresh = { queue: [waiting], wanted: Number.POSITIVE_INFINITY, enough: () => {} }
      lanes.set(name, fresh)
      // One turn of the event loop, so that what arrived together leaves together.
      setImmediate(() => void drain(name, fresh))
    })
}

function fitting<Ask, Answer>(
  queue: readonly Waiting<Ask, Answer>[],
  { sizeMax, weightMax, weigh }: Readonly<{ sizeMax: number; weightMax: number; weigh: (ask: Ask) => number }>,
): number {
  let weight = 0
  const over = queue.findIndex(({ ask }) => {
    weight += weigh(ask)
    return weight > weightMax
  })
  return Math.min(over < 0 ? queue.length : Math.max(over, 1), sizeMax)
}

/** However long a wave took. */
const patienceMaxMs = 20

function company<Ask, Answer>(lane: Lane<Ask, Answer>, wanted: number, waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, waitMs)
    lane.wanted = wanted
    lane.enough = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}

function settle<Ask, Answer>({ resolve, reject }: Waiting<Ask, Answer>, outcome: Outcome<Answer> | undefined): void {
  if (!outcome) reject(new Error('the wave returned fewer outcomes than asks'))
  else if ('answer' in outcome) resolve(outcome.answer)
  else reject(outcome.error)
}
