import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookAmidWork, countAmidPicks, countOf, tallyOf } from './count-races.ts'
import { atOnce, type Clients, clientsOf } from './races.ts'
import { openWorld, type World } from './world.ts'

let world: World
let clients: Clients
beforeEach(async () => {
  world = await openWorld()
  clients = await clientsOf(world, 24)
})
afterEach(() => world.close())

const nothingWrong = { bugs: [], differences: [], broken: [] }

test('one difference booked by many amid orders and moves is booked once, and nothing that is gone stays promised', async () => {
  const { booked, moves, onHand, ...wrongs } = await bookAmidWork(world, clients)
  expect(wrongs).toEqual(nothingWrong)
  expect([booked, moves, onHand]).toEqual([1, 1, 40])
})

test('a bin counted amid picks expects at each moment what is not picked by then', async () => {
  const { expected, ...wrongs } = await countAmidPicks(world, clients)
  expect(wrongs).toEqual(nothingWrong)
  expect(expected).toHaveLength(13)
  expect(expected).toEqual(expected.toSorted((a, b) => b - a))
  expect(expected.every((units) => (100 - units) % 3 === 0)).toBe(true)
  expect(expected.at(-1)).toBe(100 - 12 * 3)
})

test('an empty bin counted by many at once has a round for each of them', async () => {
  const made = await countOf(world)
  const answers = await atOnce(clients, (client) => tallyOf(client, made, null))
  const rounds = answers.map(({ body }) => body.items?.[0].round).sort((a, b) => a - b)
  expect(rounds).toEqual(clients.map((_, at) => at + 1))
})
