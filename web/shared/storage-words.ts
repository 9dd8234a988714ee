/**
 * web/shared/storage-words.ts — how goods are kept and what bins take, in words.
 */
import { type Allergen, allergens, type Hazard, type Mixing, type Temperature } from '#domain/storage/classes.ts'
import { capital } from './capital.ts'

export const temperatureWords: Record<Temperature, string> = {
  ambient: 'Room temperature',
  cool: 'Cool',
  frozen: 'Frozen',
}
export const hazardWords: Record<Hazard, string> = {
  flammable: 'Flammable',
  corrosive: 'Corrosive',
  toxic: 'Toxic',
  oxidising: 'Oxidising',
}
export const mixingWords: Record<Mixing, string> = {
  mixed: 'Anything together',
  one_product: 'One product, any of its batches',
  lane: 'One product, one behind another',
  one_batch: 'One batch',
}

const chosen = <Word extends string>(words: Record<Word, string>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }))

export const temperatureChoices = chosen(temperatureWords)
export const hazardChoices = chosen(hazardWords)
export const mixingChoices = chosen(mixingWords)
export const allergenChoices = allergens.map((value) => ({ value, label: capital(value) }))

type Kept = Readonly<{ storage: Temperature; hazards: readonly Hazard[]; freeFrom: readonly Allergen[] }>

/** "Cool · toxic goods · free from nuts". */
export function keptWords({ storage, hazards, freeFrom }: Kept): string {
  const dangerous = hazards.length === 4 ? 'dangerous goods' : `${hazards.join(', ')} goods`
  return [
    temperatureWords[storage],
    hazards.length > 0 ? dangerous : null,
    freeFrom.length > 0 ? `free from ${freeFrom.join(', ')}` : null,
  ]
    .filter((words) => words !== null)
    .join(' · ')
}
