/**
 * web/app/change-stream.ts — one stream of changes a browser, however many tabs are open: a browser allows six connections
 * to a host, and a stream in each tab would leave none for anything else.
 *
 * The tab that has the lock reads the stream and tells the others, also that it is cut off; when it goes, the next in line
 * takes over. Where locks are missing (a page of a warehouse's own network without TLS), each tab has its own stream only
 * while it is seen.
 */
import { type Listener, openStream, type Stop, takeOverStream } from './open-stream.ts'

/** What tabs tell each other: one asks how it stands, the one that reads the stream says it. */
type Word = Readonly<{ says: 'ask' | 'change' | 'live' } | { says: 'lost'; sinceMs: number }>

/** Calls back, in every tab where this account is open. Returns how to stop. */
export function followChanges(account: string, listener: Listener): Stop {
  const shares = typeof BroadcastChannel === 'function' && 'locks' in navigator
  const begin = shares ? () => shareStream(`firstout-changes ${account}`, listener) : () => ownStream(listener)
  let stop: Stop | null = begin()
  const leave = () => {
    stop?.()
    stop = null
  }
  // A page that the browser keeps for "back" must hold neither lock nor connection, and is old when it is shown again.
  const comeBack = () => {
    if (stop) return
    stop = begin()
    listener.change()
  }
  window.addEventListener('pagehide', leave)
  window.addEventListener('pageshow', comeBack)
  return () => {
    window.removeEventListener('pagehide', leave)
    window.removeEventListener('pageshow', comeBack)
    leave()
  }
}

function shareStream(name: string, listener: Listener): Stop {
  const others = new BroadcastChannel(name)
  const tell = (word: Word) => others.postMessage(word)
  const waiting = new AbortController()
  let close: Stop = () => {}
  others.onmessage = ({ data: word }: MessageEvent<Word>) => hear(listener, word)
  tell({ says: 'ask' })
  const lead = (open: (listener: Listener) => Stop) =>
    new Promise<void>((release) => {
      const teller = telling(listener, tell)
      const closeStream = open(teller.listener)
      others.onmessage = ({ data: word }: MessageEvent<Word>) => (word.says === 'ask' ? tell(teller.state()) : null)
      close = () => {
        closeStream()
        release()
      }
      if (waiting.signal.aborted) close()
    })
  const takeTurns = async () => {
    const led = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await lead(openStream)
      return lock !== null
    })
    if (!led && !waiting.signal.aborted)
      await navigator.locks.request(name, { signal: waiting.signal }, () => lead(takeOverStream))
  }
  // Refused only where it was stopped before its turn came.
  takeTurns().catch(() => {})
  return () => {
    waiting.abort()
    close()
    others.close()
  }
}

function hear(listener: Listener, word: Word): void {
  if (word.says === 'change') listener.change()
  if (word.says === 'live') listener.live()
  if (word.says === 'lost') listener.lost(word.sinceMs)
}

/** A listener whose hearing is told to the other tabs, and how it stands, for a tab that comes later. */
function telling(listener: Listener, tell: (word: Word) => void) {
  let state: Word = { says: 'live' }
  const pass = (word: Word) => {
    if (word.says !== 'change') state = word
    hear(listener, word)
    tell(word)
  }
  const told: Listener = {
    change: () => pass({ says: 'change' }),
    live: () => pass({ says: 'live' }),
    lost: (sinceMs) => pass({ says: 'lost', sinceMs }),
  }
  return { listener: told, state: () => state }
}

function ownStream(listener: Listener): Stop {
  let close: Stop | null = null
  const follow = (open: (listener: Listener) => Stop) => {
    close?.()
    close = document.visibilityState === 'visible' ? open(listener) : null
  }
  const lookAgain = () => follow(takeOverStream)
  follow(openStream)
  document.addEventListener('visibilitychange', lookAgain)
  return () => {
    document.removeEventListener('visibilitychange', lookAgain)
    close?.()
  }
}
