/**
 * The seal as an operator uses it, and the verifier that stands alone: what it reads is only the file.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealNow } from '../../server/test/full-seal.ts'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'
import { openFolder } from './folder.ts'

const verifier = fileURLToPath(new URL('../../tools/verify-seal.mjs', import.meta.url))
const folder = openFolder()
const [exported, kept] = [folder.pathOf('seal.jsonl'), folder.pathOf('checkpoint.json')]
let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)
beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
  await world.post('/v1/products', { sku: 'SERUM', name: 'Serum' })
  await run('receive', 'SERUM', '20', '--warehouse', 'CHI', '--batch', 'A', '--expires', '2026-12-10')
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

const standAlone = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, ...args], { encoding: 'utf8' })
  return { code: status, text: stdout + stderr }
}

test('what is sealed is shown, kept, exported and verified', async () => {
  expect((await run('seal')).stdout).toMatch(/^Nothing is sealed yet\.\n\d+ facts waiting\.\nNot verified yet\.\n$/)
  await sealNow(world)
  expect((await run('seal', 'checkpoint', '--out', kept)).code).toBe(0)
  expect((await run('seal', 'export', '--out', exported)).code).toBe(0)
  const proof = await run('verify', '--seal', '--checkpoint', kept)
  expect([proof.code, proof.stdout]).toEqual([
    0,
    expect.stringContaining('0 not sealed yet: everything is as it was sealed.'),
  ])
  expect((await run('seal')).stdout).toContain('everything is as it was sealed')
  const { blocks, facts, head } = await json(place, 'seal')
  expect(standAlone(exported, '--checkpoint', kept)).toEqual({
    code: 0,
    text: `${blocks} blocks, ${facts} facts, head ${head}: as they were sealed.\n`,
  })
})

test('the stand-alone verifier finds one changed byte, wherever it is, and names the row or the block', () => {
  const text = readFileSync(exported, 'utf8')
  const wrong = folder.pathOf('wrong.jsonl')
  const verdict = (changed: string) => {
    writeFileSync(wrong, changed)
    return standAlone(wrong, '--checkpoint', kept)
  }
  const move = verdict(text.replace(String.raw`\"quantity\":\"20\"`, String.raw`\"quantity\":\"21\"`))
  expect(move.code).toBe(5)
  expect(move.text).toMatch(
    /^Block 1, sealed at \S+: row [0-9a-f-]{36} \(number 1 of the block\) of stock\.move was changed\. It is now: \{/,
  )
  expect(move.text).toMatch(/: 1 wrong\.\n$/)
  const lines = text.trimEnd().split('\n')
  const withoutSecond = verdict(lines.filter((_, at) => at !== 1).join('\n'))
  expect(withoutSecond.text).toMatch(/^Block 3, sealed at \S+: follows block 1\. What is between them is missing\./)
  const shorter = verdict(lines.slice(0, -1).join('\n'))
  expect(shorter.text).toContain('is another one now, or gone. The chain was written anew.')
  for (const at of [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => Math.floor(text.length * part)))
    expect([at, verdict(`${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`).code]).not.toEqual([
      at,
      0,
    ])
  expect(standAlone(kept)).toMatchObject({ code: 2 })
  expect(verdict('')).toEqual({ code: 2, text: `${wrong} holds no block: nothing was verified.\n` })
  expect(standAlone(folder.pathOf('nowhere.jsonl'))).toEqual({
    code: 2,
    text: expect.stringMatching(/^ENOENT: no such file.*\n$/),
  })
  expect(standAlone()).toMatchObject({ code: 2 })
})

test('what was changed in the database: exit code 5, and the row is named; flags that do not go together are wrong use', async () => {
  await world.owner`update stock.move set quantity = 21 where account_id = ${world.accountId}`
  const proof = await run('verify', '--seal')
  expect([proof.code, proof.stdout]).toEqual([
    5,
    expect.stringMatching(/1 wrong\.\nRow \S+ of stock\.move was changed\./),
  ])
  expect((await run('verify', '--seal', '--checkpoint', exported)).code).toBe(2)
  expect((await run('verify', '--here')).code).toBe(2)
  expect((await run('verify', '--checkpoint', kept)).code).toBe(2)
})
