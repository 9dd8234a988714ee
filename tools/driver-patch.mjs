/**
 * tools/driver-patch.mjs — mends six faults of the database driver (postgres 3.4.9) where it was installed, and saves
 * round trips; see docs/decisions/0005. Anything else than the text expected is refused: a new version is to be looked at by a person.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { giveUp, inRoot } from './paths.mjs'

const anyMark = '/* mended by Firstout'
const mark = `${anyMark}, 6 */\n` // counted up with each change of the patches

const patches = {
  'src/connection.js': [
    // What is asked in one turn of the event loop leaves in one write, not in one for each kilobyte.
    { from: '    if (fn || chunk.length >= 1024)\n', to: '    if (fn || chunk.length >= 65536)\n' },
    // A write that was put off finds the connection gone: thrown from a timer, it would end the process.
    {
      from: '  function nextWrite(fn) {\n',
      to: `  function nextWrite(fn) {
    if (socket === null) {
      forgetWrites()
      error(Errors.connection('CONNECTION_CLOSED', options))
      return true
    }
`,
    },
    // What was put off belongs to the connection that closed: kept, it would block the next one for ever.
    { from: '    clearImmediate(nextWriteTimer)\n', to: '    forgetWrites()\n', times: 2 },
    {
      from: '  function connectTimedOut() {\n',
      to: `  function forgetWrites() {
    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
  }

  function connectTimedOut() {
`,
    },
    // A new connection asks for the types of arrays itself, and nobody waits for that: where it dies meanwhile, the refusal would
    // be nobody's and end the process. What the connection was opened for is refused, or served by the next, all the same.
    { from: '        return fetchArrayTypes()\n', to: '        return void fetchArrayTypes().catch(() => {})\n' },
    // What was asked after the fault and before the end is told as well: left over, it would take the next one's answer.
    {
      from: "    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
      to: "    ;(query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n    query = null\n",
    },
    // What was copied out to the end leaves the connection paused where its reader was slow: nothing else would ever arrive.
    {
      from: '  function CopyDone() {\n    stream && stream.push(null)\n',
      to: '  function CopyDone() {\n    stream && stream.push(null)\n    socket.resume()\n',
    },
  ],
  'src/query.js': [
    // Where a statement was first asked is kept for ever, and with it all that ran there, until it is read as text.
    {
      from: '  originCache.set(xs, new Error())\n',
      to: '  const origin = new Error()\n  try { void origin.stack } catch {} // a loader of modules may stumble over it\n  originCache.set(xs, origin)\n',
    },
  ],
  'src/types.js': [
    // Most of what is sent has nothing to be escaped.
    {
      from: "  return x\n    .replace(escapeBackslash, '\\\\\\\\')\n    .replace(escapeQuote, '\\\\\"')\n",
      to: "  const plain = x.includes('\\\\') ? x.replace(escapeBackslash, '\\\\\\\\') : x\n  return plain.includes('\"') ? plain.replace(escapeQuote, '\\\\\"') : plain\n",
    },
  ],
  'src/index.js': [
    // What follows is sent with the BEGIN, not after its answer: a round trip less for each transaction.
    {
      from: "      await sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, ''), [], { onexecute }).execute()\n",
      to: `      await new Promise((resolve, reject) => sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, ''), [], {
        onexecute: c => { onexecute(c); resolve() }
      }).catch(reject))
      move(connection, reserved)
`,
    },
    // A transaction ends with its connection, which may serve another one by the time this one speaks again.
    {
      from: '    let savepoints = 0\n      , connection\n',
      to: '    let savepoints = 0\n      , gone = null\n      , connection\n',
    },
    {
      from: '        new Promise((_, reject) => connection.onclose = reject)\n',
      to: '        new Promise((_, reject) => connection.onclose = error => reject(gone = error))\n',
    },
    {
      from: '        q.catch(e => uncaughtError || (uncaughtError = e))\n        c.queue === full\n',
      to: '        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (gone)\n          return q.reject(gone)\n\n        c.queue === full\n',
    },
  ],
}

/** Mended by an earlier version of this file: to be installed anew. */
export function isMendedOtherwise(folder = inRoot('node_modules/postgres')) {
  return Object.keys(patches).some((path) => {
    if (!existsSync(`${folder}/${path}`)) return false
    const installed = readFileSync(`${folder}/${path}`, 'utf8')
    return installed.startsWith(anyMark) && !installed.startsWith(mark)
  })
}

export function patchDriver(folder = inRoot('node_modules/postgres')) {
  for (const [path, changes] of Object.entries(patches)) patchFile(`${folder}/${path}`, changes)
}

function patchFile(path, changes) {
  if (!existsSync(path)) return
  const installed = readFileSync(path, 'utf8')
  if (installed.startsWith(mark)) return
  const mended = changes.reduce((text, { from, to, times = 1 }) => {
    if (text.split(from).length - 1 !== times)
      giveUp(`${path} is not the version that tools/driver-patch.mjs mends; see docs/decisions/0005-mended-driver.md.`)
    return text.replaceAll(from, () => to)
  }, installed)
  // Another name first: the file may be shared with other folders, or be read at this moment.
  writeFileSync(`${path}.${process.pid}`, mark + mended)
  renameSync(`${path}.${process.pid}`, path)
}
