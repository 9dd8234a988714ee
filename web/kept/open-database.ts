/**
 * web/kept/open-database.ts — a database of one store on the disk of the device (IndexedDB), opened once a page.
 */
type Shape = Readonly<{ name: string; store: string; keyPath: string | string[] }>

/** Lets go where another tab needs it in another shape. */
export function databaseOf({ name, store, keyPath }: Shape): () => Promise<IDBDatabase> {
  let opened: Promise<IDBDatabase> | null = null
  const letGo = () => {
    opened = null
  }
  const open = async () => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(store, { keyPath })
    const database = await answerOfRequest(asked)
    database.onversionchange = () => {
      database.close()
      letGo()
    }
    database.onclose = letGo
    return database
  }
  return () => {
    opened ??= open().catch((error: unknown) => {
      letGo()
      throw error
    })
    return opened
  }
}

export const answerOfRequest = <Answer>(asked: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

export const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
