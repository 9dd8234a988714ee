/**
 * server/demo/seed-demo.ts — a shop with five months behind it, made through the application's own HTTP interface at the
 * times when things happened, so that ledger, balances, decisions and audit are what they would have been.
 */
import { addDays } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { App } from '../app.ts'
import { oneIsDestroyed } from './back-and-gone.ts'
import { holidays, rulesOfChannels } from './carriers.ts'
import { chanceFrom } from './chance.ts'
import { countBins } from './counting.ts'
import { liveThrough } from './days.ts'
import type { Time } from './desk.ts'
import { atTheDock } from './dock.ts'
import { onTheFloor, poolsOfChannels } from './floor.ts'
import { type Access, furnish } from './furnish.ts'
import { identifyOldStock } from './identifying.ts'
import { makeThings } from './making.ts'
import { withdrawalDrafted } from './marketplace.ts'
import { wrongCodes } from './repaired.ts'
import { slotsOf } from './shelf.ts'
import { betweenWarehouses } from './transfers.ts'
import { samplesAndTesters } from './units.ts'

const days = 150

/**
 * The app must run on `time` and on a database without any account. The story ends at `now`; the same seed tells
 * the same story on other days. Answers with an API key, the last thing that is made.
 */
export async function seedDemo(
  app: Pick<App, 'http'>,
  { seed, time, now, access }: { seed: number; time: Time; now: Instant; access: Access },
): Promise<string> {
  const chance = chanceFrom(seed)
  const lastDay = now.slice(0, 10)
  const firstDay = addDays(lastDay, -days)
  time.set(`${addDays(firstDay, -31)}T08:00:00.000Z`)
  const shop = await furnish(app.http, chance, { access, until: `${addDays(lastDay, 1)}T00:00:00Z` })
  await holidays(shop.owner, lastDay)
  await liveThrough({
    chance,
    shop,
    time,
    now,
    slots: slotsOf(shop.articles, chance),
    firstDay,
    lastDay,
    deliveries: [],
    pending: new Map(),
    holds: [],
    shipped: [],
    orderCount: 0,
    inboundCount: 0,
  })
  await rulesOfChannels(shop.quality)
  time.set(now)
  await poolsOfChannels(shop, lastDay)
  await countBins(shop)
  await atTheDock(shop, lastDay)
  await samplesAndTesters(shop, lastDay)
  await wrongCodes(shop, lastDay)
  await identifyOldStock(shop, lastDay)
  await makeThings(shop, lastDay)
  await betweenWarehouses(shop)
  await withdrawalDrafted(shop)
  await oneIsDestroyed(shop, access)
  await onTheFloor(shop)
  const { key } = await shop.owner.post<{ key: string }>('/v1/keys', {
    name: 'Demo, command line',
    role: 'owner',
    expiresAt: `${addDays(lastDay, 365)}T00:00:00Z`,
  })
  return key
}
