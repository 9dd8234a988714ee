/**
 * Messages to PostgreSQL do not wait for one another; and it is found where it is said to be.
 */
import { once } from 'node:events'
import { type AddressInfo, createServer, Socket } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { promptSocket } from './prompt-socket.ts'

afterEach(() => vi.restoreAllMocks())

async function listening() {
  const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

test('what is written goes out at once, and the host is kept for its certificate', async () => {
  const delay = vi.spyOn(Socket.prototype, 'setNoDelay')
  const { server, port } = await listening()
  const socket = promptSocket()({ host: ['127.0.0.1'], port: [port] })
  await once(socket, 'connect')
  expect(delay).toHaveBeenCalledWith(true)
  expect(socket).toMatchObject({ host: '127.0.0.1', port })
  socket.destroy()
  server.close()
})

test('of several hosts the next one is tried each time, and the first again after the last', async () => {
  const { server, port } = await listening()
  const open = promptSocket()
  const to = { host: ['127.0.0.1', 'localhost'], port: [port, port] }
  const sockets = [open(to), open(to), open(to)]
  expect(sockets).toMatchObject([{ host: '127.0.0.1' }, { host: 'localhost' }, { host: '127.0.0.1' }])
  for (const socket of sockets) socket.on('error', () => undefined).destroy()
  server.close()
})
