/**
 * domain/routing-explain.ts — from where an order goes, and why a warehouse was passed over, in the sentences that people read.
 */
import type { Cost, Criterion, WarehousePassedOver, WhyNotFrom } from './routing.ts'

export type ToldRouting = Readonly<{ asked: number; shortfall: number; codes: readonly string[]; cost: Cost }>

/** "all from CHI, $5.00 in 1 parcel", "10 of 15 from CHI and DAL, …". `codes` are those of the warehouses that send. */
export function explainRouting(
  { asked, shortfall, codes, cost }: ToldRouting,
  money: (minor: number) => string,
): string {
  if (codes.length === 0) return 'no warehouse could send any of it'
  const much = shortfall === 0 ? 'all' : `${asked - shortfall} of ${asked}`
  const from = [codes.slice(0, -1).join(', '), ...codes.slice(-1)].filter((part) => part !== '').join(' and ')
  return `${much} from ${from}, ${saysCost(cost, money)}`
}

/** `money` writes minor units as people read them. */
export function explainWarehouse(
  { warehouseCode, reason }: WarehousePassedOver,
  money: (minor: number) => string,
): string {
  return `${warehouseCode}: ${says(reason, money)}`
}

function says(reason: WhyNotFrom, money: (minor: number) => string): string {
  switch (reason.kind) {
    case 'nothing':
      return 'has nothing of this order that may be sent'
    case 'incomplete':
      return `has ${reason.served} of ${reason.asked}`
    case 'behind':
      return saysBehind(reason, money)
    case 'dearer':
      return `with it the order costs ${saysCost(reason.own, money)}, without it ${saysCost(reason.chosen, money)}`
    case 'no_split':
      return `the order may not be split, and a part of it goes from ${reason.from}`
    case 'not_together':
      return 'what it has makes neither one batch nor whole packs with what others send'
    case 'too_many':
      return 'not weighed, other warehouses offer more of this order'
  }
}

/** "$13.00 in 2 parcels", "$5.00 in 2 parcels, 1 of unknown cost", "2 parcels of unknown cost", "no parcel more". */
function saysCost({ parcels, cost, unknown }: Cost, money: (minor: number) => string): string {
  if (parcels === 0) return 'no parcel more'
  const count = parcels === 1 ? '1 parcel' : `${parcels} parcels`
  if (unknown === parcels && cost === 0) return `${count} of unknown cost`
  return `${money(cost)} in ${count}${unknown > 0 ? `, ${unknown} of unknown cost` : ''}`
}

function saysBehind(
  { criterion, own, chosen, chosenCode }: Extract<WhyNotFrom, { kind: 'behind' }>,
  money: (minor: number) => string,
): string {
  if (criterion === 'sends') return `${chosenCode} sends a part of the order already`
  if (criterion === 'name') return `equal to ${chosenCode} in all, which comes first by its code`
  const write = (value: number | null) => (value === null ? 'not known' : written[criterion](value, money))
  return `${write(own)}, ${chosenCode} ${write(chosen)}`
}

const days = (value: number): string => `${value} ${value === 1 ? 'day' : 'days'} left`
const written: Readonly<Record<Criterion, (value: number, money: (minor: number) => string) => string>> = {
  priority: (value) => `priority ${value}`,
  distance: (value) => `${value} km away`,
  cost: (value, money) => `${money(value)} a parcel`,
  expires_first: days,
  freshest: days,
}
