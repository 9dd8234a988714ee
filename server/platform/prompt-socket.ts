/**
 * server/platform/prompt-socket.ts — the socket to PostgreSQL sends each message at once. Without that, one that no answer
 * follows waits for the acknowledgement of the one before, which the kernel keeps back for 40 ms: COPY did, for every table.
 */
import { connect, type Socket } from 'node:net'

type Addresses = Readonly<{ host: readonly string[]; port: readonly number[]; path?: string | false }>

/** On its way: what is written to it meanwhile goes out when it is there. Where several hosts are named, the next one each time. */
export function promptSocket(): (to: Addresses) => Socket {
  let attempts = 0
  return ({ host, port, path }) => {
    if (path) return connect({ path })
    const at = attempts++ % host.length
    const named = { host: host[at] ?? 'localhost', port: port[at] ?? 5432 }
    // By its host the driver knows whose certificate to expect.
    return Object.assign(connect(named).setNoDelay(true), named)
  }
}
