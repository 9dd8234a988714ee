import { afterAll, beforeAll, expect, test } from 'vitest'
import { makersGoods, traceOf } from '../../server/test/production.ts'
import { differences, receive } from '../../server/test/stories.ts'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'
import { openFolder } from './folder.ts'

const folder = openFolder()
let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)
beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
  await makersGoods(world)
  await receive(world, [{ product: 'RAW', batch: 'R', quantity: 10_000, expiresOn: '2026-09-01' }])
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

test('a run is recorded by options, and undone', async () => {
  const none = await run('make', '--use', 'RAW:R=10')
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('what was made (--into)')])
  const sides = ['--use', 'RAW:R=100', '--into', 'F1:A=5', '--warehouse', 'CHI', '--rule', 'min_of_inputs']
  const made = await run('make', ...sides, '--kind', 'produce')
  expect(made.stdout).toContain('Run PR-1 is recorded.')
  expect(made.stdout).toMatch(/made +F1 +A +2026-09-01 +MAIN +5/)
  const many = await run('make', '--use', 'RAW:R=99999', '--into', 'F1:A=5', '--warehouse', 'CHI')
  expect([many.code, many.stderr]).toEqual([3, expect.stringContaining('only 9900 are available')])
  const undone = await run('make', 'undo', 'PR-1', '--reason', 'typed wrong')
  expect(undone.stdout).toContain('Run PR-1 is undone')
})

test('a file of runs is read whole: what is wrong is named with its line, a second time changes nothing', async () => {
  const head = 'run,kind,side,sku,batch,quantity,warehouse,expiry_rule,produced_on'
  const wrong = folder.write('wrong.csv', `${head}\n1,mix,in,RAW,R,10,CHI,,2025-01-01\n2,mix,both,RAW,R,x,CHI,,\n`)
  const refused = await run('make', wrong)
  expect([refused.code, refused.stdout]).toEqual([3, expect.stringContaining('Nothing was written')])
  expect(refused.stdout).toContain('producedOn is told of what was made')
  expect(refused.stdout).toContain('side must be one of in, out')
  const rows = [
    '1,mix,in,RAW,R,600,CHI,,',
    '1,mix,out,MIX,M,600,CHI,min_of_inputs,',
    '2,produce,in,MIX,M,600,CHI,,',
    '2,produce,out,F1,B,30,CHI,min_of_inputs,2025-11-20',
    '3,kit,in,F1,B,2,CHI,,',
    '3,kit,out,K,S,1,CHI,,',
  ]
  const file = folder.write('runs.csv', [head, ...rows].join('\n'))
  expect((await run('make', file, '--dry-run')).stdout).toContain('6 rows: 0 written')
  expect((await run('make', file)).stdout).toContain('6 rows: 6 written, 0 already here, 0 wrong.')
  expect(await json(place, 'make', file)).toMatchObject({ written: 0, known: 6, problems: [] })
  const trace = await traceOf(world, 'R')
  expect(trace.here.map(({ batchCode, onHand }: { batchCode: string; onHand: number }) => [batchCode, onHand])).toEqual(
    expect.arrayContaining([
      ['B', 28],
      ['S', 1],
    ]),
  )
  expect(await differences(world)).toEqual([])
})
