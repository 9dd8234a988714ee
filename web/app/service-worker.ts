/**
 * web/app/service-worker.ts — has this device keep the app (web/worker/sw.ts), and knows when what it keeps is newer than what is open.
 */
import { useEffect, useState } from 'react'

/** A tab may be open for days. */
const lookMs = 30 * 60_000

/** The script that this page was opened with: its name is that of the build. */
const ownEntry = () => new URL(document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? '').pathname

/** The last that was made is the newest. */
async function keepsAnother(): Promise<boolean> {
  const newest = (await caches.keys()).filter((name) => name.startsWith('firstout ')).at(-1)
  return newest !== undefined && !newest.endsWith(` ${ownEntry()}`)
}

/** Only who works here keeps the app: a customer who answers a notice is spared it. Without TLS, browsers have no workers. */
export function useNewerBuild(): boolean {
  const [newer, setNewer] = useState(false)
  useEffect(() => {
    const workers = import.meta.env.PROD ? navigator.serviceWorker : undefined
    if (!workers) return
    const compare = () => void keepsAnother().then(setNewer, () => {})
    const look = () =>
      void workers
        .getRegistration()
        .then(
          (found) => found?.update(),
          () => {},
        )
        .catch(() => {})
    workers.register('/sw.js').catch(() => {})
    workers.addEventListener('controllerchange', compare)
    const looking = setInterval(look, lookMs)
    return () => {
      clearInterval(looking)
      workers.removeEventListener('controllerchange', compare)
    }
  }, [])
  return newer
}
