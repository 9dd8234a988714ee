/** web/features/catalog/product-words.ts — the rules of a product in words. */

import type { Product } from '../../api/types.ts'
import { countOf } from '../../shared/quantity.tsx'

export const trackingWords: Record<Product['tracking'], string> = {
  none: 'Not tracked',
  batch: 'Batch',
  serial: 'Batch and serial',
}
export const rotationWords: Record<Product['rotation'], string> = {
  fefo: 'What expires first (FEFO)',
  fifo: 'What came first (FIFO)',
  lifo: 'What came last (LIFO)',
}
export const dateWords: Record<Product['dates'], string> = {
  none: 'Has no dates',
  optional: 'Kept where known',
  required: 'Always needed',
}
export const identityWords: Record<Product['batchIdentity'], string> = {
  product: 'The code alone',
  supplier: 'The code and the supplier',
}
export const unitWords: Record<Product['baseUnit'], string> = { each: 'Each', gram: 'Gram', millilitre: 'Millilitre' }
export const arrivalWords: Record<Product['receiptLifeAction'], string> = {
  accept: 'Take it in all the same',
  hold: 'Take it in, on hold',
  refuse: 'Refuse it',
}

/** As it stands below the bar code: the database keeps all with 14 digits. */
export const gtinText = (gtin: string): string => gtin.replace(/^(0{6}(?=\d{8}$)|00(?=\d{12}$)|0(?=\d{13}$))/, '')

/** The number on a single unit. */
export function ownGtin({ packs }: Pick<Product, 'packs'>): string | null {
  const gtin = packs.find(({ quantity }) => quantity === 1)?.gtin
  return gtin ? gtinText(gtin) : null
}
export const packsOf = ({ packs }: Pick<Product, 'packs'>) => packs.filter(({ quantity }) => quantity > 1)

export const options = <Word extends string>(words: Record<Word, string>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }))

export function lifeRuleWords({ deliveryLifeDaysMin, deliveryLifePercentMin }: Product): string {
  const rules = [
    deliveryLifeDaysMin === null ? null : countOf(deliveryLifeDaysMin, 'day'),
    deliveryLifePercentMin === null ? null : `${deliveryLifePercentMin} % of its life`,
  ].filter((rule) => rule !== null)
  return rules.length > 0 ? rules.join(' and ') : 'Not expired'
}
