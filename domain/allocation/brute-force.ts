/**
 * domain/allocation/brute-force.ts — for tests: the plan under rules, found by trying every set of batches and packs, from the
 * words of the requirement and without the code it checks.
 */

import { daysBetween } from '../calendar-date.ts'
import type { AvailableStock, Demand } from './demand.ts'
import { today } from './fixture.ts'

export const sum = (rows: readonly { quantity: number }[]) => rows.reduce((total, { quantity }) => total + quantity, 0)
export const key = ({ batchId, placeId }: { batchId: string; placeId: string }) => `${batchId} ${placeId}`

export function fits(one: AvailableStock, wanted: Demand): boolean {
  const { batchId, expiresOn } = one
  const asked = wanted.rules[0]?.kind === 'days' ? wanted.rules[0].daysMin : 0
  if (one.obstacles.length > 0 || one.available === 0) return false
  if (wanted.warehouseId !== null && wanted.warehouseId !== one.warehouseId) return false
  if (expiresOn === null ? asked > 0 : daysBetween(today, expiresOn) < asked) return false
  if (wanted.approved?.some((approved) => !approved.batchIds.includes(batchId))) return false
  if (wanted.barred?.some((barred) => barred.batchIds.includes(batchId))) return false
  if (wanted.notOlder && (expiresOn ?? '') < wanted.notOlder.expiresOn) return false
  return wanted.rotation !== 'manual' || (wanted.chosen ?? []).includes(batchId)
}

const since = (day: string) => String(10_000 + daysBetween('2025-01-01', day))
const until = (day: string) => String(10_000 - daysBetween('2025-01-01', day))
function rank({ rotation, batches, chosen }: Demand, one: AvailableStock): string {
  const { receivedOn, expiresOn } = one
  const name = `${one.batchCode} ${one.batchId} ${one.placeId}`
  const soonest = expiresOn === null ? 'never' : since(expiresOn)
  const freshest = expiresOn === null ? 'never' : until(expiresOn)
  const isOldest = batches?.choice === 'oldest_that_fills'
  if (rotation === 'manual') return [(chosen ?? []).indexOf(one.batchId), soonest, since(receivedOn), name].join(' ')
  if (rotation === 'fefo' || (rotation === 'lefo' && isOldest)) return [soonest, since(receivedOn), name].join(' ')
  if (rotation === 'fifo' || (rotation === 'lifo' && isOldest)) return [since(receivedOn), soonest, name].join(' ')
  return (rotation === 'lifo' ? [until(receivedOn), soonest, name] : [freshest, until(receivedOn), name]).join(' ')
}

const lcm = (a: number, b: number): number =>
  Array.from({ length: b }, (_, at) => a * (at + 1)).find((n) => n % b === 0) ?? a

/** All ways to take whole packs of the rows of one batch; of those that give most, the one its packs prefer. */
function everyWay(rows: readonly AvailableStock[], wanted: Demand, most: number): number[] {
  const size = (one: AvailableStock) => lcm(wanted.packs?.of ?? 1, one.closedPackOf ?? 1)
  const ways = rows.reduce<number[][]>(
    (found, one) =>
      found.flatMap((way) =>
        Array.from({ length: Math.floor(one.available / size(one)) + 1 }, (_, count) => [...way, count * size(one)]),
      ),
    [[]],
  )
  const total = (way: readonly number[]) => way.reduce((all, part) => all + part, 0)
  const able = ways.filter((way) => total(way) <= most)
  const best = able.filter((way) => total(way) === Math.max(...able.map(total)))
  const sign = wanted.packOrder === 'loose_first' ? 1 : -1
  const order = rows.map((one, at) => ({ at, size: size(one) })).sort((a, b) => sign * (a.size - b.size) || a.at - b.at)
  const text = (way: readonly number[]) => order.map(({ at }) => String(100 + (way[at] ?? 0))).join(' ')
  return best.sort((a, b) => (text(a) < text(b) ? 1 : -1))[0] ?? []
}

const subsets = (ids: readonly string[]): string[][] =>
  Array.from({ length: 2 ** ids.length }, (_, bits) => ids.filter((_id, at) => Math.floor(bits / 2 ** at) % 2 === 1))

/** Every mix of the batches that serves all that is wanted; of those the one that takes most of what comes first. */
function wholeMix(wanted: Demand, rows: readonly AvailableStock[], ids: readonly string[]) {
  const mixes = ids.reduce<number[][]>(
    (found, id) =>
      found.flatMap((mix) =>
        Array.from({ length: wanted.quantity + 1 }, (_, part) => part)
          .filter((part) => part === 0 || waySum(wanted, rows, { id, part }) === part)
          .map((part) => [...mix, part]),
      ),
    [[]],
  )
  const text = (mix: readonly number[]) => mix.map((part) => String(1000 + part)).join(' ')
  const able = mixes.filter((mix) => mix.reduce((all, part) => all + part, 0) === wanted.quantity)
  const [best] = able.sort((a, b) => (text(a) < text(b) ? 1 : -1))
  return best?.flatMap((part, at) => picksOf(wanted, rows, { id: ids[at] ?? '', part })) ?? []
}

type Part = Readonly<{ id: string; part: number }>

function picksOf(wanted: Demand, rows: readonly AvailableStock[], { id, part }: Part) {
  const own = rows.filter(({ batchId }) => batchId === id)
  const way = everyWay(own, wanted, part)
  return own.map((one, at) => ({ id: key(one), quantity: way[at] ?? 0 })).filter(({ quantity }) => quantity > 0)
}

const waySum = (wanted: Demand, rows: readonly AvailableStock[], of: Part) => sum(picksOf(wanted, rows, of))

/** Tries every set of batches. */
export function slowPlan(wanted: Demand, stock: readonly AvailableStock[]) {
  const rows = stock.filter((one) => fits(one, wanted)).sort((a, b) => (rank(wanted, a) < rank(wanted, b) ? -1 : 1))
  const ids = [...new Set(rows.map(({ batchId }) => batchId))]
  const serveFrom = (set: readonly string[]) => {
    const picks: { id: string; quantity: number }[] = []
    for (const id of ids.filter((one) => set.includes(one)))
      picks.push(...picksOf(wanted, rows, { id, part: wanted.quantity - sum(picks) }))
    return picks
  }
  const sets = subsets(ids)
  const choice = wanted.batches?.choice ?? 'any'
  const able = choice === 'any' ? [ids] : choice.startsWith('one') ? sets.filter((set) => set.length === 1) : sets
  const served = able.map((set) => ({ set, picks: serveFrom(set) }))
  const most = Math.max(0, ...served.map(({ picks }) => sum(picks)))
  const places = (set: readonly string[]) => set.map((id) => ids.indexOf(id)).join(' ')
  const [best] = served
    .filter(({ picks }) => sum(picks) === most)
    .sort((a, b) => a.set.length - b.set.length || (places(a.set) < places(b.set) ? -1 : 1))
  const refused = wanted.shortage === 'whole' && most < wanted.quantity
  const mixed = refused && !choice.startsWith('one') ? wholeMix(wanted, rows, ids) : []
  if (mixed.length > 0) return { picks: mixed, shortfall: 0 }
  return { picks: refused || !best ? [] : best.picks, shortfall: wanted.quantity - (refused ? 0 : most) }
}
