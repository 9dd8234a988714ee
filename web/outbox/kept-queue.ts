/**
 * web/outbox/kept-queue.ts — the queue on the disk of the device (IndexedDB). A change is read, judged and written in one transaction, so that
 * tabs do not overwrite each other, and is told only when it would survive an empty battery.
 */
import { answerOfRequest, databaseOf, endOf } from '../kept/open-database.ts'
import type { Deed, DeedAct } from './deeds.ts'
import { type Change, changed, type Queue } from './queue.ts'

const acts = 'acts'
const database = databaseOf({ name: 'firstout', store: acts, keyPath: 'id' })

/** In the order in which they were made. */
const ofPerson = (all: Queue<Deed>, person: string): Queue<Deed> =>
  all.filter((act) => act.person === person).sort((a, b) => a.nth - b.nth)

export async function readQueue(person: string): Promise<Queue<Deed>> {
  const asked: IDBRequest<DeedAct[]> = (await database()).transaction(acts).objectStore(acts).getAll()
  return ofPerson(await answerOfRequest(asked), person)
}

/** Answers with the queue as it is now. */
export async function changeQueue(person: string, change: Change<Deed>): Promise<Queue<Deed>> {
  const transaction = (await database()).transaction(acts, 'readwrite', { durability: 'strict' })
  const ended = endOf(transaction)
  const store = transaction.objectStore(acts)
  const asked: IDBRequest<DeedAct[]> = store.getAll()
  const before = ofPerson(await answerOfRequest(asked), person)
  const now = changed(before, change)
  for (const act of before) if (!now.some(({ id }) => id === act.id)) store.delete(act.id)
  for (const act of now) if (!before.includes(act)) store.put(act)
  await ended
  return now
}
