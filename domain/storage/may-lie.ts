/**
 * domain/storage/may-lie.ts — whether goods may lie in a bin: its temperature, dangers, allergens, room, and what lies there already.
 */
import { untrackedCode } from '../batch-code.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { Allergen, Hazard, Mixing, Temperature } from './classes.ts'

export type Goods = Readonly<{
  batchId: string
  productId: string
  quantity: number // base units that come
  storage: Temperature | null
  hazard: Hazard | null
  allergens: readonly Allergen[]
  rotation: 'fefo' | 'fifo' | 'lifo'
  expiresOn: CalendarDate | null
}>
export type Lying = Readonly<{
  batchId: string
  batchCode: string
  productId: string
  sku: string
  quantity: number // base units
  hazard: Hazard | null
  expiresOn: CalendarDate | null
}>
export type Bin = Readonly<{
  id: string
  code: string
  storage: Temperature
  hazards: readonly Hazard[] // dangerous goods that may lie there
  freeFrom: readonly Allergen[] // that may not
  /** Bins below it that have to stay free from something. */
  below: readonly Readonly<{ code: string; freeFrom: readonly Allergen[] }>[]
  mixing: Mixing
  capacity: number | null // base units
  lying: readonly Lying[]
}>
export type Breach = Readonly<
  | { kind: 'temperature'; needs: Temperature; has: Temperature }
  | { kind: 'hazard'; hazard: Hazard }
  | { kind: 'beside_hazard'; hazard: Hazard; other: Hazard; sku: string }
  | { kind: 'allergen'; allergen: Allergen }
  | { kind: 'above_allergen'; allergen: Allergen; below: string }
  | { kind: 'one_batch'; batch: string }
  | { kind: 'one_product'; sku: string }
  | { kind: 'turn'; batch: string; expiresOn: CalendarDate }
  | { kind: 'full'; room: number; quantity: number }
>

/** Of goods that say nothing and a bin that tells nothing, none. Laws: with more told of goods or bin there are no fewer; one unit fits where many do. */
export const mayLie = (goods: Goods, bin: Bin): Breach[] => [...ofItsKind(goods, bin), ...ofWhatLies(goods, bin)]

/** What the bin never takes, whatever lies there. */
function ofItsKind({ storage, hazard, allergens }: Goods, { storage: has, hazards, freeFrom, below }: Bin): Breach[] {
  const breaches: Breach[] = []
  if (storage !== null && storage !== has) breaches.push({ kind: 'temperature', needs: storage, has })
  if (hazard !== null && !hazards.includes(hazard)) breaches.push({ kind: 'hazard', hazard })
  const allergen = allergens.find((one) => freeFrom.includes(one))
  if (allergen) breaches.push({ kind: 'allergen', allergen })
  const [over] = below.flatMap(({ code, freeFrom: kept }) =>
    allergens.filter((one) => kept.includes(one)).map((one) => ({ below: code, allergen: one })),
  )
  if (over) breaches.push({ kind: 'above_allergen', ...over })
  return breaches
}

function ofWhatLies(goods: Goods, { mixing, capacity, lying }: Bin): Breach[] {
  const breaches: Breach[] = []
  const otherHazard = lying.find(({ hazard }) => goods.hazard !== null && hazard !== null && hazard !== goods.hazard)
  if (goods.hazard !== null && otherHazard?.hazard)
    breaches.push({ kind: 'beside_hazard', hazard: goods.hazard, other: otherHazard.hazard, sku: otherHazard.sku })
  const otherProduct = mixing === 'mixed' ? undefined : lying.find(({ productId }) => productId !== goods.productId)
  if (otherProduct) breaches.push({ kind: 'one_product', sku: otherProduct.sku })
  const otherBatch = lying.find(({ batchId }) => batchId !== goods.batchId)
  if (mixing === 'one_batch' && !otherProduct && otherBatch)
    breaches.push({ kind: 'one_batch', batch: otherBatch.batchCode })
  const sooner = mixing === 'lane' ? goesSooner(goods, lying) : null
  if (sooner) breaches.push(sooner)
  const room = roomOf({ capacity, lying })
  if (room !== null && goods.quantity > room) breaches.push({ kind: 'full', room, quantity: goods.quantity })
  return breaches
}

/** Base units; null where nobody told what the bin holds. */
export function roomOf({ capacity, lying }: Pick<Bin, 'capacity' | 'lying'>): number | null {
  if (capacity === null) return null
  return Math.max(0, capacity - lying.reduce((sum, { quantity }) => sum + quantity, 0))
}

/** What expires first is taken first, and in a lane only what lies in front can be taken. */
function goesSooner(goods: Goods, lying: readonly Lying[]): Breach | null {
  if (goods.rotation !== 'fefo') return null
  const blocked = lying
    .filter(({ productId, batchId }) => productId === goods.productId && batchId !== goods.batchId)
    .find(({ expiresOn }) => expiresOn !== null && (goods.expiresOn === null || expiresOn < goods.expiresOn))
  return blocked?.expiresOn ? { kind: 'turn', batch: blocked.batchCode, expiresOn: blocked.expiresOn } : null
}

/** As a person says it, after the code of the bin and a colon. */
export function breachWords(breach: Breach): string {
  switch (breach.kind) {
    case 'temperature':
      return `${breach.needs} goods, and the bin is ${breach.has}`
    case 'hazard':
      return `${breach.hazard} goods, and the bin is not meant for them`
    case 'beside_hazard':
      return `${breach.hazard} goods, and ${breach.sku} there is ${breach.other}`
    case 'allergen':
      return `holds ${breach.allergen}, and the zone is free from it`
    case 'above_allergen':
      return `holds ${breach.allergen}, and ${breach.below} below is free from it`
    case 'one_batch':
      return breach.batch === untrackedCode
        ? 'one batch only, and goods without batch lie there'
        : `one batch only, and ${breach.batch} lies there`
    case 'one_product':
      return `one product only, and ${breach.sku} lies there`
    case 'turn':
      return `would lie before ${breach.batch}, which goes first (last day ${breach.expiresOn})`
    case 'full':
      return breach.room === 0 ? 'full' : `room for ${breach.room}, not for ${breach.quantity}`
  }
}
