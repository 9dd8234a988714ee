/**
 * web/kept/kept-answers.ts — what the server answered about the work at hand, on the disk of the device: who is signed in, the warehouses, the
 * waves that were opened. It belongs to one person, and goes when that person signs out.
 */
import { answerOfRequest, databaseOf, endOf } from './open-database.ts'
import { isRecent, type Kept, staying, wavePrefix } from './staying.ts'

const store = 'answers'
const database = databaseOf({ name: 'firstout-kept', store, keyPath: ['person', 'name'] })

const all = (from: IDBObjectStore): Promise<Kept[]> => answerOfRequest(from.getAll() as IDBRequest<Kept[]>)

async function change(work: (from: IDBObjectStore) => Promise<void>): Promise<void> {
  const transaction = (await database()).transaction(store, 'readwrite')
  const ended = endOf(transaction)
  await work(transaction.objectStore(store))
  await ended
}

export const keepAnswer = (added: Kept): Promise<void> =>
  change(async (from) => {
    const stays = staying(await all(from), added)
    from.clear()
    for (const one of stays) from.put(one)
  })

export const forgetAnswer = (name: string): Promise<void> =>
  change(async (from) => {
    for (const one of await all(from)) if (one.name === name) from.delete([one.person, one.name])
  })

export const forgetAnswers = (): Promise<void> =>
  change(async (from) => {
    from.clear()
  })

/** On a device that was never heard of again, what is old is still there, and shown to nobody. */
async function keptNow(): Promise<Kept[]> {
  const kept = await all((await database()).transaction(store).objectStore(store))
  return kept.filter((one) => isRecent(one, Date.now()))
}

/** `person`: null where that is what is asked. */
export async function keptAnswer(person: string | null, name: string): Promise<Kept | null> {
  const found = (await keptNow()).find((one) => one.name === name && (person === null || one.person === person))
  return found ?? null
}

/** The last that was opened first. */
export async function keptWaves(person: string): Promise<readonly Kept[]> {
  const waves = (await keptNow()).filter((one) => one.person === person && one.name.startsWith(wavePrefix))
  return waves.sort((a, b) => b.at - a.at)
}
