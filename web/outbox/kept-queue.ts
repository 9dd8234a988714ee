/**
 * web/outbox/kept-queue.ts — the queue on the disk of the device (IndexedDB). A change is read, judged and written in one transaction, so that
 * tabs do not overwrite each other, and is told only when it would survive an empty battery.
 */
import type { Deed, DeedAct } from './deeds.ts'
import { type Change, changed, type Queue } from './queue.ts'

const acts = 'acts'
let opened: Promise<IDBDatabase> | null = null

function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('firstout', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(acts, { keyPath: 'id' })
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  }).catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

/** In the order in which they were made. */
const ofPerson = (all: Queue<Deed>, person: string): Queue<Deed> =>
  all.filter((act) => act.person === person).sort((a, b) => a.nth - b.nth)

export async function readQueue(person: string): Promise<Queue<Deed>> {
  const db = await database()
  return new Promise((resolve, reject) => {
    const asked: IDBRequest<DeedAct[]> = db.transaction(acts).objectStore(acts).getAll()
    asked.onsuccess = () => resolve(ofPerson(asked.result, person))
    asked.onerror = () => reject(asked.error)
  })
}

/** Answers with the queue as it is now. */
export async function changeQueue(person: string, change: Change<Deed>): Promise<Queue<Deed>> {
  const db = await database()
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(acts, 'readwrite', { durability: 'strict' })
    const store = transaction.objectStore(acts)
    const asked: IDBRequest<DeedAct[]> = store.getAll()
    let now: Queue<Deed> = []
    asked.onsuccess = () => {
      const before = ofPerson(asked.result, person)
      now = changed(before, change)
      for (const act of before) if (!now.some(({ id }) => id === act.id)) store.delete(act.id)
      for (const act of now) if (!before.includes(act)) store.put(act)
    }
    transaction.oncomplete = () => resolve(now)
    transaction.onabort = () => reject(transaction.error)
  })
}
