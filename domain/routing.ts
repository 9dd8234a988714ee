/**
 * domain/routing.ts — from which warehouses an order goes: whole from one where one can, else by the cheapest split.
 *
 * Pure: what each warehouse could serve comes in, as the planner found it for that warehouse alone. Plan again for the
 * warehouses that are chosen: what two orders are offered is only once there.
 */

/** A warehouse and what it could serve of each line were there no other, by line id; no entry where nothing. */
export type WarehouseOffer = Readonly<{
  warehouseId: string
  warehouseCode: string
  priority: number // the lower first
  distanceKm: number | null // to the destination; null where nobody knows
  daysLeftMin: number | null // of what it would send; null where nothing of it has a date
  parcelCost: number | null // minor units, ≥ 0, to send a parcel from there; null where nobody knows
  sends: boolean // a part of the order already: no parcel more, and before all others
  quantities: ReadonlyMap<string, number> // base units, whole
  together: ReadonlyMap<string, number> // of all lines of a product, by product id; no entry where no two share
}>
/** `expires_first` sends what has the fewest days left, `freshest` the most. What nobody knows comes last. */
export type Criterion = 'priority' | 'distance' | 'cost' | 'expires_first' | 'freshest'
export type RoutedLine = Readonly<{
  lineId: string
  productId: string
  quantity: number
  shortage: 'part' | 'whole' // whether a part of it is better than nothing
  undivided: boolean // goes from one warehouse alone
}>
export type RoutingRule = Readonly<{
  criteria: readonly Criterion[] // the first that tells two warehouses apart decides; then the code, then the id
  split: 'never' | 'allowed'
  splitCost: number // minor units, ≥ 0, for every parcel after the first
}>
export type RoutingAsk = RoutingRule & Readonly<{ lines: readonly RoutedLine[] }>

export type Leg = Readonly<{ warehouseId: string; lines: readonly Readonly<{ lineId: string; quantity: number }>[] }>
/** What parcels cost: the sum of those whose cost is known, and how many others there are. */
export type Cost = Readonly<{ parcels: number; cost: number; unknown: number }>
export type WhyNotFrom = Readonly<
  | { kind: 'nothing' }
  | { kind: 'incomplete'; served: number; asked: number }
  | {
      kind: 'behind'
      criterion: Criterion | 'name' | 'sends'
      own: number | null
      chosen: number | null
      chosenCode: string
    }
  | { kind: 'dearer'; own: Cost; chosen: Cost }
  | { kind: 'no_split'; from: string } // the code of the warehouse that sends a part of it already
  | { kind: 'not_together' } // what it has does not make one batch, or whole packs, with what others send
  | { kind: 'too_many' } // others offered more, and only so many are weighed
>
export type WarehousePassedOver = Readonly<{ warehouseId: string; warehouseCode: string; reason: WhyNotFrom }>
export type Routing = Readonly<{
  legs: readonly Leg[] // in the order of the criteria
  cost: Cost
  shortfall: number // base units over all lines
  passedOver: readonly WarehousePassedOver[] // in the order of the criteria
}>

/** Every set of so many warehouses is weighed; of more, those that together offer most. */
const weighedMax = 6

/**
 * Laws: no leg gives more than its warehouse offers; no other choice that is permitted serves more; and none that serves as
 * much has fewer parcels of unknown cost, or as many and costs less, but that one warehouse is preferred to a split. Lines of
 * one product share what there is in their order, and of those that ask unlike things the first may take what only another could have.
 * Each warehouse that is not chosen says why. Where nothing may be split, an order that is sent from somewhere goes on from there.
 */
export function chooseWarehouses(asking: RoutingAsk, offers: readonly WarehouseOffer[]): Routing {
  const ask = { ...asking, all: offers }
  const ranked = offers.toSorted((a, b) => compare(a, b, ask.criteria))
  const asked = total(ask.lines.map(({ quantity }) => quantity))
  const stays = ask.split === 'never' ? ranked.find(({ sends }) => sends) : undefined
  const permitted = stays ? ranked.filter(({ sends }) => sends) : ranked
  const full = asked > 0 ? permitted.find((offer) => served(ask, [offer]) === asked) : undefined
  const weighed = weigh(ask, permitted)
  const chosen = full ? choice(ask, [full]) : best(ask, weighed)
  const context = { ask, asked, chosen, weighed, stays, whole: full !== undefined }
  const passedOver = ranked
    .filter((offer) => !chosen.offers.includes(offer))
    .map((offer) => ({
      warehouseId: offer.warehouseId,
      warehouseCode: offer.warehouseCode,
      reason: whyNot(offer, context),
    }))
  return { legs: legsOf(ask, chosen.offers), cost: chosen.cost, shortfall: asked - chosen.served, passedOver }
}

type Choice = Readonly<{ offers: readonly WarehouseOffer[]; served: number; cost: Cost }>
const none: Choice = { offers: [], served: 0, cost: { parcels: 0, cost: 0, unknown: 0 } }

const total = (quantities: readonly number[]): number => quantities.reduce((sum, quantity) => sum + quantity, 0)
const offered = ({ quantities }: WarehouseOffer, lineId: string): number => quantities.get(lineId) ?? 0

/** What they give of each line, in the order of the lines, and of those in the order of the warehouses. */
function given(lines: readonly RoutedLine[], offers: readonly WarehouseOffer[]): number[][] {
  const left = offers.map(({ together }) => new Map(together))
  return lines.map((line) => {
    const { lineId, productId } = line
    const has = offers.map((offer, at) => Math.min(offered(offer, lineId), left[at]?.get(productId) ?? Infinity))
    const parts = partsOf(line, has)
    for (const [at, part] of parts.entries()) {
      const shared = left[at]?.get(productId)
      if (shared !== undefined) left[at]?.set(productId, shared - part)
    }
    return parts
  })
}

/** Whole from the first warehouse that has all of it that goes; else from each what it has, in the order of the criteria. */
function partsOf({ quantity, shortage, undivided }: RoutedLine, has: readonly number[]): number[] {
  const most = Math.min(quantity, undivided ? Math.max(0, ...has) : total(has))
  const goes = shortage === 'whole' && most < quantity ? 0 : most
  const from = has.findIndex((own) => own >= goes)
  if (from >= 0) return has.map((_, at) => (at === from ? goes : 0))
  let rest = goes
  return has.map((own) => {
    const part = Math.min(rest, own)
    rest -= part
    return part
  })
}

const served = ({ lines }: RoutingAsk, offers: readonly WarehouseOffer[]): number => total(given(lines, offers).flat())

/** What they have, whether a part of a line is wanted or not. */
const hasOf = ({ lines }: RoutingAsk, offers: readonly WarehouseOffer[]): number =>
  total(given(lines.map(inPart), offers).flat())
const inPart = (line: RoutedLine): RoutedLine => ({ ...line, shortage: 'part' })

type Asked = RoutingAsk & Readonly<{ all: readonly WarehouseOffer[] }>

const choice = (ask: Asked, offers: readonly WarehouseOffer[]): Choice => ({
  offers,
  served: served(ask, offers),
  cost: costOf(ask, { chosen: offers, all: ask.all }),
})

/** Of parcels from `chosen`; where a warehouse sends something already, its parcel is there, paid for and the first. */
export function costOf(
  { splitCost }: Pick<RoutingRule, 'splitCost'>,
  { chosen, all }: Readonly<Record<'chosen' | 'all', readonly Pick<WarehouseOffer, 'parcelCost' | 'sends'>[]>>,
): Cost {
  const parcels = chosen.filter(({ sends }) => !sends)
  const further = parcels.length - (all.some(({ sends }) => sends) ? 0 : 1)
  return {
    parcels: parcels.length,
    cost: total(parcels.map(({ parcelCost }) => parcelCost ?? 0)) + Math.max(0, further) * splitCost,
    unknown: parcels.filter(({ parcelCost }) => parcelCost === null).length,
  }
}

/** Those that may serve: one after the other the one that adds most, in the order of the criteria. */
function weigh(ask: RoutingAsk, ranked: readonly WarehouseOffer[]): WarehouseOffer[] {
  const able = ranked.filter((offer) => hasOf(ask, [offer]) > 0)
  if (able.length <= weighedMax) return able
  const taken: WarehouseOffer[] = []
  while (taken.length < weighedMax) {
    const others = able.filter((offer) => !taken.includes(offer))
    const gains = others.map((offer) => hasOf(ask, [...taken, offer]))
    const next = others[gains.indexOf(Math.max(...gains))]
    if (next) taken.push(next)
  }
  return able.filter((offer) => taken.includes(offer))
}

/** Serves most, then costs least, then from the fewest warehouses, then the first by the criteria; of sets with `having` alone. */
function best(ask: Asked, weighed: readonly WarehouseOffer[], having: WarehouseOffer | null = null): Choice {
  let found = none
  for (let bits = 2 ** weighed.length - 1; bits > 0; bits -= 1) {
    // The first warehouse is the highest bit, so that of equals the one found first names earlier warehouses.
    const offers = weighed.filter((_, at) => Math.floor(bits / 2 ** (weighed.length - 1 - at)) % 2 === 1)
    if ((ask.split === 'never' && offers.length > 1) || (having && !offers.includes(having))) continue
    const other = choice(ask, offers)
    if (other.served > 0 && (found.offers.length === 0 || better(other, found) < 0)) found = other
  }
  return found
}

const better = (a: Choice, b: Choice): number =>
  b.served - a.served ||
  a.cost.unknown - b.cost.unknown ||
  a.cost.cost - b.cost.cost ||
  a.offers.length - b.offers.length

function legsOf({ lines }: RoutingAsk, offers: readonly WarehouseOffer[]): Leg[] {
  const parts = given(lines, offers)
  return offers.map(({ warehouseId }, at) => ({
    warehouseId,
    lines: lines
      .map(({ lineId }, line) => ({ lineId, quantity: parts[line]?.[at] ?? 0 }))
      .filter(({ quantity }) => quantity > 0),
  }))
}

type Context = Readonly<{
  ask: Asked
  asked: number
  chosen: Choice
  weighed: readonly WarehouseOffer[]
  stays: WarehouseOffer | undefined // the only one that may serve
  whole: boolean // one warehouse serves all
}>

function whyNot(offer: WarehouseOffer, { ask, asked, chosen, weighed, stays, whole }: Context): WhyNotFrom {
  const own = hasOf(ask, [offer])
  const [first] = chosen.offers
  if (own === 0) return { kind: 'nothing' }
  if (stays && !offer.sends) return { kind: 'no_split', from: stays.warehouseCode }
  if (!first || (whole && own < asked)) return { kind: 'incomplete', served: own, asked }
  if (whole) return behind(offer, first, ask.criteria)
  if (!weighed.includes(offer)) return { kind: 'too_many' }
  const other = best(ask, weighed, offer)
  if (other.served < chosen.served) return { kind: 'incomplete', served: Math.max(own, other.served), asked }
  if (better(other, chosen) === 0) return behind(offer, displaced(other, chosen) ?? first, ask.criteria)
  return { kind: 'dearer', own: other.cost, chosen: chosen.cost }
}

/** The chosen warehouse whose place it would take. */
const displaced = (other: Choice, chosen: Choice): WarehouseOffer | undefined =>
  chosen.offers.find((offer) => !other.offers.includes(offer))

function behind(offer: WarehouseOffer, chosen: WarehouseOffer, criteria: readonly Criterion[]): WhyNotFrom {
  const criterion = criteria.find((one) => byCriterion(offer, chosen, one) !== 0)
  const chosenCode = chosen.warehouseCode
  if (offer.sends !== chosen.sends) return { kind: 'behind', criterion: 'sends', own: null, chosen: null, chosenCode }
  if (criterion === undefined) return { kind: 'behind', criterion: 'name', own: null, chosen: null, chosenCode }
  return { kind: 'behind', criterion, own: measure(offer, criterion), chosen: measure(chosen, criterion), chosenCode }
}

function compare(a: WarehouseOffer, b: WarehouseOffer, criteria: readonly Criterion[]): number {
  if (a.sends !== b.sends) return Number(b.sends) - Number(a.sends)
  const criterion = criteria.find((one) => byCriterion(a, b, one) !== 0)
  if (criterion) return byCriterion(a, b, criterion)
  return byText(a.warehouseCode, b.warehouseCode) || byText(a.warehouseId, b.warehouseId)
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

function byCriterion(a: WarehouseOffer, b: WarehouseOffer, criterion: Criterion): number {
  const [own, other] = [measure(a, criterion), measure(b, criterion)]
  if (own === null || other === null) return Number(own === null) - Number(other === null)
  return criterion === 'freshest' ? other - own : own - other
}

function measure(offer: WarehouseOffer, criterion: Criterion): number | null {
  switch (criterion) {
    case 'priority':
      return offer.priority
    case 'distance':
      return offer.distanceKm
    case 'cost':
      return offer.parcelCost
    case 'expires_first':
    case 'freshest':
      return offer.daysLeftMin
  }
}
