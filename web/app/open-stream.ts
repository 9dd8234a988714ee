/**
 * web/app/open-stream.ts — one connection that tells of changes, opened again whenever it is gone: after an error, after the
 * network came or went, and after a silence longer than the server ever keeps (a laptop that slept, a network that
 * swallows everything).
 */
export type Stop = () => void

export type Listener = Readonly<{
  change(): void
  live(): void
  /** Nothing is known of what happened after this instant. Said again for as long as it lasts. */
  lost(sinceMs: number): void
}>

const reopenMs = 3_000
const lookMs = 5_000
/** The server says every 20 seconds that it is there. */
const silenceMsMax = 45_000

export const openStream = (listener: Listener): Stop => streamFrom(listener, { missedSome: false })

/** For one that begins late: what changed before it speaks is told at once. */
export const takeOverStream = (listener: Listener): Stop => streamFrom(listener, { missedSome: true })

function streamFrom(listener: Listener, { missedSome }: { missedSome: boolean }): Stop {
  let stream: EventSource | null = null
  let reopening: ReturnType<typeof setTimeout> | undefined
  let heardAt = Date.now()
  let missed = missedSome
  const heard = () => {
    heardAt = Date.now()
  }
  const close = () => {
    clearTimeout(reopening)
    stream?.close()
  }
  const open = () => {
    close()
    heard()
    stream = new EventSource('/v1/changes')
    stream.addEventListener('beat', heard)
    stream.addEventListener('change', () => {
      heard()
      listener.change()
    })
    stream.addEventListener('hello', () => {
      heard()
      listener.live()
      if (missed) listener.change()
      missed = true
    })
    stream.addEventListener('error', () => {
      close()
      listener.lost(Date.now())
      reopening = setTimeout(open, reopenMs)
    })
  }
  const look = () => {
    if (Date.now() - heardAt <= silenceMsMax) return
    listener.lost(heardAt)
    open()
  }
  open()
  const looking = setInterval(look, lookMs)
  const leave = onWindow({ online: open, offline: open, focus: look })
  return () => {
    leave()
    clearInterval(looking)
    close()
  }
}

function onWindow(acts: Readonly<Record<string, () => void>>): Stop {
  const events = Object.entries(acts)
  for (const [name, act] of events) window.addEventListener(name, act)
  return () => {
    for (const [name, act] of events) window.removeEventListener(name, act)
  }
}
