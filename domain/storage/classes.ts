/**
 * domain/storage/classes.ts — how goods have to be kept: temperature, danger, allergens; and what a bin takes at once.
 */
export const temperatures = ['ambient', 'cool', 'frozen'] as const
export type Temperature = (typeof temperatures)[number]

/** The classes of dangerous goods that warehouses keep apart, by the pictograms of GHS (UN, rev. 10, part 1.4): 2, 5, 6 and 3. */
export const hazards = ['flammable', 'corrosive', 'toxic', 'oxidising'] as const
export type Hazard = (typeof hazards)[number]

/** The fourteen of Regulation (EU) No 1169/2011, Annex II, in its order and by its names. */
export const allergens = [
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soybeans',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
] as const
export type Allergen = (typeof allergens)[number]

/**
 * What a bin takes at once: one batch; the batches of one product; the same, one behind another, so that none may lie before
 * what goes out sooner; or anything.
 */
export const mixings = ['one_batch', 'one_product', 'lane', 'mixed'] as const
export type Mixing = (typeof mixings)[number]
