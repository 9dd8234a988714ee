/**
 * server/demo/carriers.ts — how the demo's parcels travel, and what its channels ask of the batches they are sent.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Desk } from './desk.ts'

const services = [
  { code: 'GROUND', name: 'Ground', workingDays: [1, 2, 3, 4, 5], standard: true },
  { code: 'EXPRESS', name: 'Express', workingDays: [1, 2, 3, 4, 5, 6], standard: false },
]

/** From America nothing goes to Europe by ground, and the other way round: from there it takes a week at least. */
const transitTimes = [
  { service: 'GROUND', warehouse: 'EWR', country: 'US', transitDays: 3, distanceKm: 1900, parcelCost: 940 },
  {
    service: 'GROUND',
    warehouse: 'EWR',
    country: 'US',
    postalPrefix: '07',
    transitDays: 1,
    distanceKm: 40,
    parcelCost: 620,
  },
  { service: 'GROUND', warehouse: 'RNO', country: 'US', transitDays: 4, distanceKm: 2600, parcelCost: 990 },
  {
    service: 'GROUND',
    warehouse: 'RNO',
    country: 'US',
    postalPrefix: '89',
    transitDays: 1,
    distanceKm: 60,
    parcelCost: 640,
  },
  { service: 'GROUND', warehouse: 'VEN', country: 'NL', transitDays: 1, distanceKm: 120, parcelCost: 550 },
  { service: 'GROUND', warehouse: 'VEN', country: 'DE', transitDays: 2, distanceKm: 350, parcelCost: 780 },
  { service: 'GROUND', warehouse: 'VEN', country: 'FR', transitDays: 3, distanceKm: 620, parcelCost: 860 },
  { service: 'GROUND', transitDays: 6 },
  { service: 'EXPRESS', country: 'US', transitDays: 1 },
  { service: 'EXPRESS', transitDays: 2 },
]

export async function carriers(owner: Desk): Promise<void> {
  for (const service of services) await owner.post('/v1/delivery-services', service)
  await owner.put('/v1/transit-times', { rows: transitTimes })
}

/** Of the days to come, as they are known on the last day. */
export async function holidays(owner: Desk, lastDay: CalendarDate): Promise<void> {
  const year = Number(lastDay.slice(0, 4))
  await owner.put('/v1/holidays', {
    holidays: [year, year + 1].flatMap((one) => [
      { on: `${one}-12-25`, name: 'Christmas' },
      { on: `${one}-07-04`, name: 'Independence Day', warehouse: 'EWR' },
      { on: `${one}-07-04`, name: 'Independence Day', warehouse: 'RNO' },
      { on: `${one}-04-27`, name: 'King’s Day', warehouse: 'VEN' },
    ]),
  })
}

const rules = [
  {
    name: 'Marketplace needs 90 days',
    channel: 'marketplace',
    category: 'Supplements',
    lifeDaysMin: 90,
    reason: 'Their terms for sellers',
  },
  {
    name: 'One batch per line for shops',
    channel: 'wholesale',
    category: 'Cosmetics',
    batches: 'one_per_line',
    reason: 'Shops print the batch on their shelf labels',
  },
  {
    name: 'Fresh food to the EU',
    market: 'EU',
    category: 'Fresh food',
    lifeDaysMin: 10,
    reason: 'Agreed with the carrier, who may be two days late',
  },
]

export async function rulesOfChannels(quality: Desk): Promise<void> {
  for (const rule of rules) await quality.post('/v1/rules', rule)
}
