/**
 * web/outbox/open-outbox.ts — the queue of one person on this device while the app is open: shows it as it is, and sends what waits whenever
 * there may be a network.
 */
import { type Deed, type NewDeedAct, sendDeed } from './deeds.ts'
import { changeQueue, readQueue } from './kept-queue.ts'
import { type Change, type Queue, waitingIn } from './queue.ts'
import { sendAll } from './send-all.ts'

/** Whether a network is there, browsers do not reliably say: while something waits, it is tried. */
const tryAgainMs = 5_000

export type Outbox = Readonly<{
  now(): Queue<Deed>
  subscribe(listener: () => void): () => void
  /** Resolves once the act would survive an empty battery. */
  make(act: NewDeedAct): Promise<void>
  settle(change: Change<Deed>): Promise<void>
  /** Returns how to stop. */
  start(): () => void
}>

/** `onAnswered` is called where the server did something. */
export function openOutbox(person: string, onAnswered: () => void): Outbox {
  const name = `firstout-outbox ${person}`
  const tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null
  const listeners = new Set<() => void>()
  let queue: Queue<Deed> = []
  const show = (now: Queue<Deed>) => {
    queue = now
    for (const listener of listeners) listener()
    return now
  }
  const look = async () => show(await readQueue(person))
  const change = async (asked: Change<Deed>) => {
    show(await changeQueue(person, asked))
    tabs?.postMessage(null)
    if (asked.kind === 'answered' || asked.kind === 'refused') onAnswered()
  }
  const round = inTurn(() => aloneIn(name, () => sendAll({ read: look, change, send: sendDeed })))
  const changeAndSend = async (asked: Change<Deed>) => {
    await change(asked)
    round()
  }
  return {
    now: () => queue,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    make(act) {
      askToKeep()
      return changeAndSend({ kind: 'made', act: { ...act, person, madeAt: new Date().toISOString() } })
    },
    settle: changeAndSend,
    start() {
      const ticking = setInterval(() => waitingIn(queue).length > 0 && round(), tryAgainMs)
      const listen = () => void look().catch(() => {})
      tabs?.addEventListener('message', listen)
      window.addEventListener('online', round)
      document.addEventListener('visibilitychange', round)
      listen()
      round()
      return () => {
        clearInterval(ticking)
        tabs?.removeEventListener('message', listen)
        window.removeEventListener('online', round)
        document.removeEventListener('visibilitychange', round)
      }
    },
  }
}

/** Of what waits, the browser takes nothing away when its disk runs full. Some ask the person; who refuses keeps what there is room for. */
function askToKeep(): void {
  if ('storage' in navigator) void navigator.storage.persist().catch(() => {})
}

/** One tab sends; where locks are missing several may, and the server answers a repeat as it did before. */
async function aloneIn(name: string, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work()
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => (lock ? work() : undefined))
}

/** Asked while it runs, it runs once more afterwards. What fails is tried again at the next tick. */
function inTurn(work: () => Promise<void>): () => void {
  let running = false
  let again = false
  const run = async () => {
    running = true
    do {
      again = false
      await work().catch(() => {})
    } while (again)
    running = false
  }
  return () => {
    again = true
    if (!running) void run()
  }
}
