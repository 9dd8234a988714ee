import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { connectionOf } from './connection.ts'

const data = mkdtempSync(join(tmpdir(), 'firstout-demo-'))
writeFileSync(join(data, 'demo.json'), JSON.stringify({ url: 'http://127.0.0.1:4700', key: 'demo-key' }))
afterAll(() => rmSync(data, { recursive: true }))

const usual = 'http://127.0.0.1:4600'
const own = 'https://stock.example'

test.each([
  ['nothing: the usual address, no key', {}, {}, { url: usual, key: null }],
  [
    'flags before the environment',
    { url: own, key: 'a' },
    { FIRSTOUT_URL: usual, FIRSTOUT_KEY: 'b' },
    { url: own, key: 'a' },
  ],
  ['the environment', {}, { FIRSTOUT_URL: own, FIRSTOUT_KEY: 'b' }, { url: own, key: 'b' }],
  ['a demo here', { data }, {}, { url: 'http://127.0.0.1:4700', key: 'demo-key' }],
  ['a demo named by the environment', {}, { DATA_DIR: data }, { url: 'http://127.0.0.1:4700', key: 'demo-key' }],
  ["the demo's key only for the demo's address", { data, url: own }, {}, { url: own, key: null }],
  ["a key of one's own beside a demo", { data, key: 'a' }, {}, { url: usual, key: 'a' }],
])('%s', (_what, given, env, expected) => {
  expect(connectionOf({ ...('DATA_DIR' in env ? {} : { data: join(data, 'none') }), ...given }, env)).toEqual(expected)
})

test('an address that is none is refused', () => {
  expect(() => connectionOf({ url: 'localhost:4600' }, {})).toThrow('is not an address')
})
