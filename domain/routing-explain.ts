/**
 * domain/routing-explain.ts — why a warehouse was passed over, in the sentence that people read.
 */
import type { Criterion, WarehousePassedOver, WhyNotFrom } from './routing.ts'

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
    case 'dearer': {
      const { cost, parcels, chosenCost, chosenParcels } = reason
      return `with it the order costs ${money(cost)} in ${count(parcels)}, without it ${money(chosenCost)} in ${count(chosenParcels)}`
    }
    case 'too_many':
      return 'not weighed, other warehouses offer more of this order'
  }
}

const count = (parcels: number): string => (parcels === 1 ? '1 parcel' : `${parcels} parcels`)

function saysBehind(
  { criterion, own, chosen, chosenCode }: Extract<WhyNotFrom, { kind: 'behind' }>,
  money: (minor: number) => string,
): string {
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
