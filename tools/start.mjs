/**
 * tools/start.mjs — `npm start`: installs and builds what is missing, then is the server, in this very process.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ensure } from './ensure.mjs'
import { inRoot } from './paths.mjs'

await ensure()
stopWithNpm()
process.setSourceMapsEnabled(true)
process.argv[1] = inRoot('dist/server.mjs')
await import(pathToFileURL(process.argv[1]).href)

/** Where npm itself was killed, nobody is left who could stop us. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return
  const started = ancestors()
  const watch = setInterval(() => {
    if (ancestors() === started) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

/** The shell that npm started us in, and npm; on other systems than Linux only the first is told. */
function ancestors() {
  const shell = process.ppid
  try {
    const stat = readFileSync(`/proc/${shell}/stat`, 'latin1')
    return `${shell} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch {
    return String(shell)
  }
}
