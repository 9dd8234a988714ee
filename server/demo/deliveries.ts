/**
 * server/demo/deliveries.ts — what the suppliers send: production runs with their codes and dates, ordered when the shelf
 * runs low, announced or not, and now and then not what was announced.
 */
import { addDays, type CalendarDate, daysBetween } from '#domain/calendar-date.ts'
import type { Article } from './assortment.ts'
import type { Chance } from './chance.ts'
import { binOf } from './furnish.ts'

export type Delivery = Readonly<{
  article: Article
  warehouse: string
  quantity: number
  arrivesOn: CalendarDate
  inbound: string | null
}>

const runEveryDays = 5

/** Days from 2000-01-01, so that runs of a product fall on the same days whenever they are asked for. */
const runDay = (article: Article, on: CalendarDate): CalendarDate => {
  const number = daysBetween('2000-01-01', on) + Number(article.sku.slice(-3)) * 2
  const age = Math.min(4, Math.floor(article.lifeDays / 14))
  return addDays(on, -((number % runEveryDays) + age))
}

/** The batch that a supplier has at hand: the newest run, or an older one of long-lived goods. */
export function batchOn(article: Article, on: CalendarDate): { batch: string } & Record<string, string> {
  const producedOn = runDay(article, on)
  const yearDay = daysBetween(`${producedOn.slice(0, 4)}-01-01`, producedOn) + 1
  const julian = `${producedOn.slice(2, 4)}${String(yearDay).padStart(3, '0')}`
  const [year, month, day] = producedOn.slice(2).split('-')
  const codes: Readonly<Record<string, string>> = {
    BRIAR: `L${julian}`,
    LUMEN: `LC-${julian}-${article.sku.slice(-3)}`,
    NORDIC: `NN${julian}`,
    HELIX: `${year}${month}${day}-${article.sku.slice(-3)}`,
    SOLERA: `S ${day}${month}${year}`,
    MEADOW: `MK${julian}`,
    TIDE: `T${julian}F`,
  }
  return {
    batch: codes[article.supplier] ?? julian,
    producedOn,
    [article.dating]: addDays(producedOn, article.lifeDays),
  }
}

export type Line = Readonly<Record<string, unknown>> & Readonly<{ quantity: number }>

/** Mostly as announced; some units broken, some missing, some too many. */
export function arrivedLines(chance: Chance, { article, quantity, arrivesOn }: Delivery): Line[] {
  const line = {
    product: article.sku,
    ...batchOn(article, arrivesOn),
    supplierLot: `${article.supplier.slice(0, 2)}-${arrivesOn.slice(5).replace('-', '')}`,
    dateSource: chance.happens(0.7) ? 'scanned' : 'typed',
    unitCost: article.costMinor,
    currency: 'USD',
  }
  const broken = chance.happens(0.05) ? chance.whole(1, 4) : 0
  const change = chance.happens(0.06) ? -chance.whole(1, 6) : chance.happens(0.03) ? article.casePack : 0
  const good = { ...line, quantity: Math.max(1, quantity + change - broken), place: binOf(article) }
  return broken > 0 ? [good, { ...line, quantity: broken, condition: 'damaged' }] : [good]
}
