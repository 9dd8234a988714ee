/**
 * Long answers in files that nobody finds afterwards. The folder is looked at as a whole: this file has a process of its own.
 */
import { mkdtempSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { spooled } from './spool.ts'

const own = mkdtempSync(join(tmpdir(), 'spool-test-'))
beforeAll(() => {
  vi.stubEnv('TMPDIR', own)
})
afterAll(() => rm(own, { recursive: true }))
const left = () => readdir(own)

async function* pieces(count: number, end: () => void = () => {}) {
  for (let nth = 0; nth < count; nth += 1) yield new TextEncoder().encode(`piece ${nth}\n`)
  end()
}
const failing = () => {
  throw new Error('the database is gone')
}

test('what comes in pieces is told whole, and leaves nothing behind', async () => {
  const told = (await buffer(await spooled(pieces(1000)))).toString()
  expect(told.split('\n')).toHaveLength(1001)
  expect(told.startsWith('piece 0\npiece 1\n')).toBe(true)
  await vi.waitFor(async () => expect(await left()).toEqual([]))
})

test('nothing is told of what could not be made whole', async () => {
  await expect(spooled(pieces(10, failing))).rejects.toThrow('the database is gone')
  expect(await left()).toEqual([])
})

test('who goes away before the end leaves nothing behind either', async () => {
  const stream = await spooled(pieces(5000))
  expect(await left()).toHaveLength(1)
  await new Promise((resolve) => stream.once('data', resolve))
  stream.destroy()
  await vi.waitFor(async () => expect(await left()).toEqual([]))
})
