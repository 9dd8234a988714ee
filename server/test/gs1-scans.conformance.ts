/**
 * The vectors of the GS1 Syntax Engine, where they speak of identifiers that are known here.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { gs1Day } from '#domain/gs1/label.ts'
import { parseScan } from '#domain/gs1/parse-scan.ts'

const folder = process.env.FIRSTOUT_DATA
  ? new URL(`file://${process.env.FIRSTOUT_DATA}/gs1/`)
  : new URL('../../../shared/data/gs1/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))

type Written = Readonly<{ ok: boolean; input: string }>
type Scanned = Readonly<{ ok: boolean; scan: string; message: string | null }>

test('an element string is read where the engine accepts it, and complained about where it does not', () => {
  const scans: Written[] = read('elementstring_parse').vectors
  const known = scans
    .map(({ ok, input }) => ({ ok, input, ...parseScan(input.replaceAll('^', '\u001d')) }))
    .filter(({ unknown }) => unknown.length === 0)
  expect(known.filter(({ ok, problems }) => ok !== (problems.length === 0))).toEqual([])
  expect(known.length).toBeGreaterThanOrEqual(15)
})

test('what a scanner sends is read where the engine accepts it, whatever symbology it names', () => {
  const scans: Scanned[] = read('scandata_parse').vectors
  const named = scans
    .filter(({ scan }) => /^\](C1|e0|d2|Q3|J1|E0|E4)/.test(scan))
    .map(({ ok, scan }) => ({ ok, scan, ...parseScan(scan) }))
    .filter(({ unknown }) => unknown.length === 0)
  expect(named.filter(({ ok, problems }) => ok !== (problems.length === 0))).toEqual([])
  expect(named.length).toBeGreaterThanOrEqual(10)
})

test('brackets that people write say what the element string says', () => {
  const pairs: { ok: boolean; input: string; expect: string | null }[] = read('bracketed_to_elementstring').vectors
  const known = pairs.filter(({ input }) => parseScan(input).unknown.length === 0 && !input.includes('\\'))
  const same = known.filter(({ ok }) => ok)
  for (const { input, expect: wanted } of same)
    expect(parseScan(input).elements).toEqual(parseScan((wanted ?? '').replaceAll('^', '\u001d')).elements)
  expect(same.length).toBeGreaterThanOrEqual(4)
})

test('two digits of a year are of the century that GS1 says', () => {
  const { century }: { century: { referenceYear: number; yy: string; year: number }[] } = read(
    'date_century_and_day00_derived',
  )
  for (const { referenceYear, yy, year } of century) expect(gs1Day(`${yy}0101`, referenceYear)).toBe(`${year}-01-01`)
  expect(century.length).toBeGreaterThan(10)
})
