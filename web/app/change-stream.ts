/**
 * web/app/change-stream.ts — one stream of changes a browser, however many tabs are open: a browser allows six connections
 * to a host, and a stream in each tab would leave none for anything else.
 *
 * The tab that has the lock reads the stream and tells the others; when it goes, the next in line takes over. Where locks
 * are missing (a page of a warehouse's own network without TLS), each tab has its own stream only while it is seen.
 */
type Stop = () => void

const reopenMs = 5_000

/** Calls back at each change, in every tab where this account is open. Returns how to stop. */
export function followChanges(account: string, onChange: () => void): Stop {
  const shares = typeof BroadcastChannel === 'function' && 'locks' in navigator
  const begin = shares ? () => shareStream(`firstout-changes ${account}`, onChange) : () => ownStream(onChange)
  let stop: Stop | null = begin()
  const leave = () => {
    stop?.()
    stop = null
  }
  // A page that the browser keeps for "back" must hold neither lock nor connection, and is old when it is shown again.
  const comeBack = () => {
    if (stop) return
    stop = begin()
    onChange()
  }
  window.addEventListener('pagehide', leave)
  window.addEventListener('pageshow', comeBack)
  return () => {
    window.removeEventListener('pagehide', leave)
    window.removeEventListener('pageshow', comeBack)
    leave()
  }
}

function shareStream(name: string, onChange: () => void): Stop {
  const others = new BroadcastChannel(name)
  const waiting = new AbortController()
  let close: Stop = () => {}
  others.onmessage = onChange
  const tellAll = () => {
    onChange()
    others.postMessage('change')
  }
  const lead = (open: (onChange: () => void) => Stop) =>
    new Promise<void>((release) => {
      const closeStream = open(tellAll)
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

function ownStream(onChange: () => void): Stop {
  let close: Stop | null = null
  const follow = (open: (onChange: () => void) => Stop) => {
    close?.()
    close = document.visibilityState === 'visible' ? open(onChange) : null
  }
  const lookAgain = () => follow(takeOverStream)
  follow(openStream)
  document.addEventListener('visibilitychange', lookAgain)
  return () => {
    document.removeEventListener('visibilitychange', lookAgain)
    close?.()
  }
}

const openStream = (onChange: () => void): Stop => streamFrom(onChange, { missedSome: false })

/** For one that begins late: what changed before it speaks is told at once. */
const takeOverStream = (onChange: () => void): Stop => streamFrom(onChange, { missedSome: true })

function streamFrom(onChange: () => void, { missedSome }: { missedSome: boolean }): Stop {
  let stream: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  let missed = missedSome
  const open = () => {
    stream = new EventSource('/v1/changes')
    stream.addEventListener('change', onChange)
    stream.addEventListener('hello', () => {
      if (missed) onChange()
      missed = true
    })
    // The browser tries again by itself where the network broke, but not after an answer that it could not use.
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenMs)
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    stream.close()
  }
}
