/**
 * server/platform/waves.ts — gathers concurrent calls of one kind for one account: while one wave is in its
 * transaction, the next one fills. Nothing waits on a timer; an idle account's call runs at once.
 */
export type Outcome<Answer> = { answer: Answer } | { error: unknown }

type Waiting<Ask, Answer> = { ask: Ask; resolve: (answer: Answer) => void; reject: (error: unknown) => void }

/**
 * `run` serves a wave and returns one outcome for each ask, in order. Where it throws, nothing was done: each ask is then
 * run alone, so that a broken one cannot take its neighbours down.
 */
export function waves<Ask, Answer>(options: {
  sizeMax: number
  run: (account: string, asks: readonly Ask[]) => Promise<Outcome<Answer>[]>
  /** Errors which would meet every ask alike (the database is gone), so trying each alone is no use. */
  concernsAll: (error: unknown) => boolean
}): (account: string, ask: Ask) => Promise<Answer> {
  const queues = new Map<string, Waiting<Ask, Answer>[]>()

  async function drain(account: string, queue: Waiting<Ask, Answer>[]): Promise<void> {
    while (queue.length > 0) await serve(account, queue.splice(0, options.sizeMax))
    queues.delete(account)
  }

  async function serve(account: string, wave: Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const outcomes = await options.run(
        account,
        wave.map(({ ask }) => ask),
      )
      for (const [index, waiting] of wave.entries()) settle(waiting, outcomes[index])
    } catch (error) {
      if (wave.length === 1 || options.concernsAll(error)) for (const { reject } of wave) reject(error)
      else for (const waiting of wave) await serve(account, [waiting])
    }
  }

  return (account, ask) =>
    new Promise((resolve, reject) => {
      const waiting = { ask, resolve, reject }
      const queue = queues.get(account)
      if (queue) {
        queue.push(waiting)
        return
      }
      const fresh = [waiting]
      queues.set(account, fresh)
      // One turn of the event loop, so that what arrived together leaves together.
      setImmediate(() => void drain(account, fresh))
    })
}

function settle<Ask, Answer>({ resolve, reject }: Waiting<Ask, Answer>, outcome: Outcome<Answer> | undefined): void {
  if (!outcome) reject(new Error('the wave returned fewer outcomes than asks'))
  else if ('answer' in outcome) resolve(outcome.answer)
  else reject(outcome.error)
}
