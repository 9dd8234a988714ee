/**
 * Whom a process id that a killed server left behind belongs to is found out before anything is ended.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { stopLeftOver } from './postmaster.ts'
import * as running from './running.ts'

vi.mock('./running.ts', { spy: true })

let cluster: string
let program: ChildProcess
beforeEach(async () => {
  cluster = join(await mkdtemp(join(tmpdir(), 'firstout-left-')), 'postgres')
  await mkdir(cluster)
  program = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await writeFile(join(cluster, 'postmaster.pid'), `${program.pid}\n`)
})
afterEach(async () => {
  program.kill('SIGKILL')
  await rm(join(cluster, '..'), { recursive: true, force: true })
})
const lives = () => running.isAlive(program.pid ?? 0)
const noted = () => existsSync(join(cluster, 'postmaster.pid'))

test('the program of somebody else is left alone, and its process id forgotten', async () => {
  await stopLeftOver(cluster)
  expect([lives(), noted()]).toEqual([true, false])
})

test('where nobody can tell whose it is, it is not ended: the person is told what to look up', async () => {
  vi.mocked(running.commandOf).mockResolvedValueOnce(null)
  await expect(stopLeftOver(cluster)).rejects.toThrow(
    new RegExp(`process ${program.pid} may be what is left of it, or a program of yours.*delete .*postmaster.pid`),
  )
  expect([lives(), noted()]).toEqual([true, true])
})

test('what is left of this very database is ended', async () => {
  vi.mocked(running.commandOf).mockResolvedValueOnce(`postgres -D ${cluster} -c port=5432`)
  await stopLeftOver(cluster)
  expect(lives()).toBe(false)
})
