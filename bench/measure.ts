/**
 * bench/measure.ts — how often a second something is done by so many clients at once, and how long a thing takes.
 */
export async function perSecond(
  clients: number,
  seconds: number,
  once: (client: number) => Promise<unknown>,
): Promise<number> {
  const warm = performance.now() + 500
  const until = warm + seconds * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < until) {
        await once(client)
        if (performance.now() > warm && performance.now() < until) done += 1
      }
    }),
  )
  return Math.round(done / seconds)
}

export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export async function medianMilliseconds(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let time = 0; time < times; time += 1) taken.push(await millisecondsOf(work))
  return median(taken)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return round(sorted[Math.floor(sorted.length / 2)] ?? 0)
}

export const round = (value: number): number => Math.round(value * 100) / 100
