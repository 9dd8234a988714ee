/**
 * domain/identifying/what-begins.ts — what begins to hold for a product once its batches are tracked, in sentences.
 */
import { counted } from '../counted.ts'

type Rules = Readonly<{
  dates: 'none' | 'optional' | 'required'
  rotation: 'fefo' | 'fifo' | 'lifo'
  deliveryLifeDaysMin: number | null
  deliveryLifePercentMin: number | null
  receiptLifeDaysMin: number | null
}>

export function whatBegins(rules: Rules): string[] {
  return [
    'Whoever receives or finds it names the batch.',
    ...(rules.dates === 'none' ? [] : dated(rules)),
    ...(rules.rotation === 'fefo' && rules.dates !== 'none'
      ? ['First expired goes first, so goods without a date go after those that have one until they are identified.']
      : []),
  ]
}

function dated({ dates, deliveryLifeDaysMin: days, deliveryLifePercentMin: percent, receiptLifeDaysMin }: Rules) {
  return [
    ...(dates === 'required' ? ['A new batch needs its last day.'] : []),
    ...(dates === 'required' && percent ? ['A new batch needs its production date as well.'] : []),
    ...(receiptLifeDaysMin ? [`What arrives needs ${counted(receiptLifeDaysMin, 'day')} of life.`] : []),
    ...(days
      ? [`Customers get at least ${counted(days, 'day')} of life: goods without a date are not sold to them.`]
      : []),
    ...(percent ? [`Customers get at least ${percent} % of the life: goods without a date are not sold to them.`] : []),
  ]
}
