import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { keptBuild } from './kept-build.ts'

type Making = { generateBundle: { handler(options: object, bundle: object): void } }

function workerOf({ page, code }: { page: string; code: string }): { version: string; files: string[] } {
  const worker = { type: 'chunk', fileName: 'sw.js', code, isEntry: true }
  const bundle = {
    'index.html': { type: 'asset', fileName: 'index.html', source: page },
    'assets/index-A.js': { type: 'chunk', fileName: 'assets/index-A.js', code: '', isEntry: true },
    'sw.js': worker,
  }
  const plugin = keptBuild(fileURLToPath(new URL('./public', import.meta.url))) as unknown as Making
  plugin.generateBundle.handler({}, bundle)
  return JSON.parse(worker.code.slice(worker.code.indexOf('{')))
}

test('a build has another version where its page or its worker is another, and else the same', () => {
  const own = { page: '<html>', code: 'keep = firstoutBuild' }
  const { version, files } = workerOf(own)
  expect(workerOf(own).version).toBe(version)
  expect(workerOf({ ...own, page: '<html lang>' }).version).not.toBe(version)
  expect(workerOf({ ...own, code: 'hold = firstoutBuild' }).version).not.toBe(version)
  expect(files).toEqual(expect.arrayContaining(['/assets/index-A.js', '/favicon.svg', '/index.html']))
  expect(files).not.toContain('/sw.js')
})
