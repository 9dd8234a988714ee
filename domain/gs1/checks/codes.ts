/**
 * domain/gs1/checks/codes.ts — checks of codes out of lists, and of values of a form of their own: countries, currencies, packages, accounts,
 * places on the globe.
 */
import { charactersOf, strangerIn } from '../characters.ts'
import { type Fault, fault } from '../fault.ts'
import { countryLetters, countryNumbers, currencyNumbers } from './countries.ts'
import { packageTypes } from './packages.ts'

const whole = (code: string, value: string): Fault => fault(code, 0, value.length)
const oneOf = (code: string, list: ReadonlySet<string>) => (value: string) =>
  list.has(value) ? null : whole(code, value)

export const iso3166 = oneOf('not_iso3166', countryNumbers)
export const iso3166999 = oneOf('not_iso3166_or_999', new Set([...countryNumbers, '999']))
export const iso3166alpha2 = oneOf('not_iso3166_alpha2', countryLetters)
export const iso4217 = oneOf('not_iso4217', currencyNumbers)
export const iso5218 = oneOf('invalid_biological_sex_code', new Set('0129'))
export const packagetype = oneOf('invalid_package_type', packageTypes)
export const yesno = oneOf('not_zero_or_one', new Set('01'))
export const winding = oneOf('invalid_winding_direction', new Set('019'))
export const hyphen = oneOf('not_hyphen', new Set('-'))

/** 01 to 10 are given out by ICCBBA, 80 to 99 are for local use (General Specifications, AI 7241). */
export const mediatype = (value: string): Fault | null =>
  /^(0[1-9]|10|[89]\d)$/.test(value) ? null : whole('invalid_media_type', value)

export function importeridx(value: string): Fault | null {
  if (value.length !== 1) return whole('importer_idx_must_be_one_character', value)
  return strangerIn(value, 'Z') === -1 ? null : whole('invalid_import_idx_character', value)
}

/** Text in percent-encoding: what follows a per cent sign must be two hexadecimal digits. */
export function pcenc(value: string): Fault | null {
  const bad = /%(?![0-9A-Fa-f]{2})/.exec(value)
  return bad ? fault('invalid_percent_sequence', bad.index, Math.min(3, value.length - bad.index)) : null
}

const globe =
  (name: 'latitude' | 'longitude', max: number) =>
  (value: string): Fault | null => {
    if (value.length !== 10) return whole(`${name}_invalid_length`, value)
    return charactersOf.N(value) ?? (Number(value) > max ? whole(`invalid_${name}`, value) : null)
  }

/** Ten millionths of a degree, counted from the pole and from the meridian so that none is below zero. */
export const latitude = globe('latitude', 1_800_000_000)
export const longitude = globe('longitude', 3_600_000_000)

const ibanMin = 11
const ibanMax = 34

/** ISO 13616: country and check digits move to the end, letters count from 10, and the whole is 1 modulo 97. */
export function iban(value: string): Fault | null {
  if (value.length < 4) return whole('iban_too_short', value)
  if (!countryLetters.has(value.slice(0, 2))) return fault('illegal_iban_country_code', 0, 2)
  if (value.length > ibanMax) return whole('iban_too_long', value)
  if (value.length < ibanMin) return whole('iban_too_short', value)
  const strange = /[^0-9A-Z]/.exec(value)
  if (strange) return fault('invalid_iban_character', strange.index, 1)
  if (remainder97(value.slice(4) + value.slice(0, 4)) === 1) return null
  const right = String(98 - remainder97(`${value.slice(4)}${value.slice(0, 2)}00`)).padStart(2, '0')
  return { ...fault('incorrect_iban_checksum', 2, 2), right }
}

const remainder97 = (text: string): number =>
  [...text].reduce((rest, letter) => {
    const number = Number.parseInt(letter, 36)
    return (rest * (number < 10 ? 10 : 100) + number) % 97
  }, 0)
