/**
 * domain/gs1/fault.ts — what may be wrong with a value, as a code and as words. The codes are those of the GS1 Barcode Syntax Dictionary's
 * tests in small letters, so that they can be looked up there; `too_short`, `too_long` and `incomplete` are ours.
 */
import { couponWords } from './checks/coupon-words.ts'

export type Fault = Readonly<{
  code: string
  /** Of the value, from 0: where it begins and how many characters it takes in. */
  at: number
  length: number
  /** What would be right, where the words ask for it. */
  right?: string
}>

/** They follow the name of what has the value. `{bad}` is what stands there, `{right}` what should. */
const words: Readonly<Record<string, string>> = {
  too_short: 'must have {right} characters, not {length}',
  too_long: 'must have {right} characters, not {length}',
  incomplete: 'is not put together as GS1 has it: characters are missing in its last part',
  non_digit_character: 'must be digits, not {bad}',
  invalid_cset82_character: 'holds a character that GS1 does not allow there: {bad}',
  invalid_cset39_character: 'may hold capital letters, digits and # - /, not {bad}',
  invalid_cset64_character: 'may hold letters, digits, - and _, not {bad}',
  invalid_cset64_padding: 'ends in {bad}, but only as many = may follow as make its length a multiple of three',
  too_short_for_check_digit: 'is too short to have a check digit',
  incorrect_check_digit: 'has the check digit {bad}, but needs {right}',
  too_short_for_check_pair: 'is too short to have two check characters',
  too_long_for_check_pair_implementation: 'is too long: with its check characters it may have 99',
  incorrect_check_pair: 'has the check characters {bad}, but needs {right}',
  too_short_for_gcp: 'is too short to begin with a company prefix of at least 4 digits',
  invalid_gcp_prefix: 'must begin with the digits of a company prefix, not {bad}',
  gcp_datasource_offline: 'begins with a company prefix that cannot be looked up now',
  importer_idx_must_be_one_character: 'must have one character for the importer, not {bad}',
  invalid_import_idx_character: 'may have a letter, a digit, - or _ for the importer, not {bad}',
  illegal_zero_value: 'must not be zero',
  not_zero: 'must have a zero there, not {bad}',
  illegal_zero_prefix: 'must not begin with a zero',
  not_zero_or_one: 'must be 0 for no or 1 for yes, not {bad}',
  invalid_winding_direction: 'must say 0, 1 or 9 for the winding, not {bad}',
  not_hyphen: 'may only have a hyphen there, which says below zero, not {bad}',
  requires_non_digit_character: 'must hold at least one character that is no digit',
  not_iso3166: 'must name a country by its three digits of ISO 3166, not {bad}',
  not_iso3166_or_999: 'must name a country by its three digits of ISO 3166, or 999 for several, not {bad}',
  not_iso3166_alpha2: 'must name a country by its two letters of ISO 3166, not {bad}',
  not_iso4217: 'must name a currency by its three digits of ISO 4217, not {bad}',
  iban_too_short: 'is too short for an account number (IBAN)',
  iban_too_long: 'is too long for an account number (IBAN): it may have 34 characters',
  invalid_iban_character: 'may hold digits and capital letters, not {bad}',
  illegal_iban_country_code: 'must begin with the two letters of a country, not {bad}',
  incorrect_iban_checksum: 'has the check digits {bad}, but needs {right}',
  date_too_short: 'is too short for a day',
  date_too_long: 'is too long for a day',
  illegal_month: 'is no day of the calendar: months are 01 to 12, not {bad}',
  illegal_day: 'is no day of the calendar: the month has days {right}, not {bad}',
  hour_too_short: 'must have two digits for the hour',
  hour_too_long: 'must have two digits for the hour',
  illegal_hour: 'is no time of day: hours are 00 to 23, not {bad}',
  minute_too_short: 'must have two digits for the minute',
  minute_too_long: 'must have two digits for the minute',
  illegal_minute: 'is no time of day: minutes are 00 to 59, not {bad}',
  second_too_short: 'must have two digits for the second',
  second_too_long: 'must have two digits for the second',
  illegal_second: 'is no time of day: seconds are 00 to 59, not {bad}',
  hour_with_minute_too_short: 'must have four digits for hour and minute',
  hour_with_minute_too_long: 'must have four digits for hour and minute',
  invalid_length_for_piece_of_total: 'must have as many digits for the piece as for the total',
  zero_piece_number: 'counts pieces from 1, not {bad}',
  zero_total_pieces: 'must have at least one piece in all, not {bad}',
  piece_number_exceeds_total: 'says {bad}: a piece beyond the total',
  position_in_sequence_malformed: 'must be written as 1/3, not {bad}',
  position_exceeds_end: 'says {bad}: a place beyond the last',
  invalid_percent_sequence: 'has {bad}, but two digits of 0 to 9, A to F must follow a per cent sign',
  latitude_invalid_length: 'must have ten digits for the latitude',
  invalid_latitude: 'has the latitude {bad}, but at most 1800000000 is on the globe',
  longitude_invalid_length: 'must have ten digits for the longitude',
  invalid_longitude: 'has the longitude {bad}, but at most 3600000000 is on the globe',
  invalid_media_type: 'must name a medium of the list, 01 to 10 or 80 to 99, not {bad}',
  invalid_package_type: 'must name a package by its code of UN/ECE Recommendation 21, not {bad}',
  invalid_biological_sex_code: 'must be 0, 1, 2 or 9 (ISO 5218), not {bad}',
}

export function faultWords({ code, at, length, right = '' }: Fault, value: string): string {
  const said = words[code] ?? couponWords(code)
  const bad = value.slice(at, at + length)
  const facts: Readonly<Record<string, string>> = {
    bad: /^\d+$/.test(bad) ? bad : JSON.stringify(bad),
    right,
    length: `${value.length}`,
  }
  return said.replaceAll(/\{(bad|right|length)\}/g, (_, fact: string) => facts[fact] ?? '')
}

export const fault = (code: string, at: number, length: number): Fault => ({ code, at, length })
