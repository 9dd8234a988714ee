import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultWords } from '../fault.ts'
import { checks } from './index.ts'
import { companyPrefix } from './numbers.ts'

test.each([
  ['csum', '09506000134352'],
  ['csumalpha', '1987654Ad4X4bL5ttr2310c2K'],
  ['gcppos1', '9506ABC'],
  ['gcppos2', '19506'],
  ['hasnondigit', '12A'],
  ['pieceoftotal', '0203'],
  ['posinseqslash', '2/10'],
  ['yymmdd', '280229'],
  ['yymmd0', '280200'],
  ['yyyymmdd', '20000229'],
  ['hhmi', '2359'],
  ['iso3166', '276'],
  ['iso3166999', '999'],
  ['iso3166alpha2', 'DE'],
  ['iso4217', '978'],
  ['iban', 'GB82WEST12345698765432'],
  ['mediatype', '80'],
  ['packagetype', 'PX'],
  ['importeridx', '_'],
  ['latitude', '1800000000'],
  ['pcenc', 'M%C3%BCller'],
  ['couponcode', '106141416543213500110000310123196000'],
  ['couponcode', '0123456123456131101234270101'],
  ['couponposoffer', '001234561234560123456'],
])('%s takes %s', (name, value) => {
  expect(checks.get(name)?.(value)).toBe(null)
})

test.each([
  ['csum', '09506000134353', 'incorrect_check_digit', '3', 'has the check digit 3, but needs 2'],
  [
    'csumalpha',
    '1987654Ad4X4bL5ttr2310c2A',
    'incorrect_check_pair',
    '2A',
    'has the check characters "2A", but needs 2K',
  ],
  ['gcppos1', '95', 'too_short_for_gcp', '95', 'is too short to begin with a company prefix of at least 4 digits'],
  ['gcppos2', '195A6', 'invalid_gcp_prefix', 'A', 'must begin with the digits of a company prefix, not "A"'],
  ['cset39', 'A_', 'invalid_cset39_character', '_', 'may hold capital letters, digits and # - /, not "_"'],
  ['yymmdd', '260229', 'illegal_day', '29', 'is no day of the calendar: the month has days 01 to 28, not 29'],
  ['yymmdd', '261300', 'illegal_month', '13', 'is no day of the calendar: months are 01 to 12, not 13'],
  ['yyyymmdd', '21000229', 'illegal_day', '29', 'is no day of the calendar: the month has days 01 to 28, not 29'],
  ['hhmi', '2460', 'illegal_hour', '24', 'is no time of day: hours are 00 to 23, not 24'],
  ['iso3166', '999', 'not_iso3166', '999', 'must name a country by its three digits of ISO 3166, not 999'],
  ['iban', 'GB83WEST12345698765432', 'incorrect_iban_checksum', '83', 'has the check digits 83, but needs 82'],
  [
    'iban',
    'ZZ82WEST12345698765432',
    'illegal_iban_country_code',
    'ZZ',
    'must begin with the two letters of a country, not "ZZ"',
  ],
  ['pieceoftotal', '0302', 'piece_number_exceeds_total', '0302', 'says 0302: a piece beyond the total'],
  ['posinseqslash', '3/2', 'position_exceeds_end', '3/2', 'says "3/2": a place beyond the last'],
  [
    'pcenc',
    'A%2',
    'invalid_percent_sequence',
    '%2',
    'has "%2", but two digits of 0 to 9, A to F must follow a per cent sign',
  ],
  [
    'packagetype',
    'ZI',
    'invalid_package_type',
    'ZI',
    'must name a package by its code of UN/ECE Recommendation 21, not "ZI"',
  ],
  [
    'couponcode',
    '9',
    'coupon_invalid_gcp_length',
    '9',
    'has 9 for the length of the company prefix; it may be 0, 1, 2, 3, 4, 5, 6',
  ],
  [
    'couponcode',
    '0123456123456',
    'coupon_missing_save_value_vli',
    '0123456123456',
    'is cut off before the length of the amount saved',
  ],
  [
    'couponcode',
    '01234561234562',
    'coupon_truncated_save_value',
    '01234561234562',
    'is cut off within the amount saved: 01234561234562',
  ],
  ['couponcode', '0123456123456111101233261231', null, '', ''],
  [
    'couponcode',
    '01234561234561111012332612314270101',
    'coupon_expiration_before_start',
    '32612314270101',
    'ends before it begins: 32612314270101',
  ],
  [
    'couponcode',
    '01234561234561111012332613014270101',
    'coupon_invalid_exipiration_date',
    '261301',
    'has 261301 for the last day; it may be a day as YYMMDD',
  ],
  [
    'couponcode',
    '0123456123456111101237',
    'coupon_excess_data',
    '7',
    'ends in 7, which belongs to no part of a coupon',
  ],
  ['couponposoffer', '2', 'coupon_invalid_format_code', '2', 'has 2 for the format; it may be 0, 1'],
])('%s of %s: %s', (name, value, code, marked, words) => {
  const found = checks.get(name)?.(value) ?? null
  expect(found?.code ?? null).toBe(code)
  if (found === null) return
  expect([value.slice(found.at, found.at + found.length), faultWords(found, value)]).toEqual([marked, words])
})

test('a company prefix is asked for where there is a register', () => {
  const register = (digits: string) => (digits === '9506' ? 'known' : digits === '0000' ? 'offline' : 'unknown')
  const told = ['9506', '9507', '0000'].map((value) => companyPrefix(0, register)(value)?.code ?? null)
  expect(told).toEqual([null, 'invalid_gcp_prefix', 'gcp_datasource_offline'])
})

test('law: every check answers to any text, within it and in words', () => {
  const texts = fc.oneof(fc.string({ maxLength: 30 }), fc.stringMatching(/^\d{0,24}$/))
  fc.assert(
    fc.property(fc.constantFrom(...checks.keys()), texts, (name, value) => {
      const found = checks.get(name)?.(value)
      if (!found) return
      expect(found.at + found.length).toBeLessThanOrEqual(value.length)
      expect(faultWords({ ...found, at: 0, length: 0 }, value)).not.toMatch(/[{}]|undefined|[a-z]_[a-z]/)
    }),
    { numRuns: 3000 },
  )
})
