/**
 * Our table of identifiers against the GS1 Barcode Syntax Dictionary, entry by entry, both ways.
 */
import { expect, test } from 'vitest'
import { checks } from '#domain/gs1/checks/index.ts'
import { type Component, type Identifier, identifierLength, identifiers } from '#domain/gs1/identifiers.ts'
import { isLinkPath } from '#domain/gs1/link-paths.ts'
import { fileText, vectorsOf } from './gs1-vectors.ts'

type Entry = Readonly<{ flags: string; form: string; attributes: readonly string[] }>

/** A line is `3100-3105  *?  N6  req=01,02 ex=310n  # title`. */
function entriesOf(line: string): [string, Entry][] {
  const [body = ''] = line.split(/\s#\s|\s#$/)
  const [range = '', ...parts] = body.trim().split(/\s+/)
  const flags = /^[*?]+$/.test(parts[0] ?? '') ? (parts.shift() ?? '') : ''
  const isForm = (part: string) => /^\[?[NXYZ](\.\.)?\d+/.test(part)
  const form = parts.filter(isForm).join(' ')
  const attributes = parts.filter((part) => !isForm(part)).sort()
  const [first = '', last = first] = range.split('-')
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => [
    String(Number(first) + at).padStart(first.length, '0'),
    { flags, form, attributes },
  ])
}

const componentText = ({ set, lengthMin, lengthMax, optional, checkNames }: Component) => {
  const size = `${set}${lengthMin === lengthMax ? '' : '..'}${lengthMax}`
  return [optional ? `[${size}]` : size, ...checkNames].join(',')
}

/** As the dictionary would write it. */
function entryOf({ components, separated, inLink, needs, bars, keys }: Identifier): Entry {
  const key = keys?.map((order) => order.join(',')).join('|')
  const attributes = [
    ...(needs.length > 0 ? [`req=${needs.map((all) => all.map(({ text }) => text).join('+')).join(',')}`] : []),
    ...(bars.length > 0 ? [`ex=${bars.map(({ text }) => text).join(',')}`] : []),
    ...(key === undefined ? [] : [key === '' ? 'dlpkey' : `dlpkey=${key}`]),
  ]
  return {
    flags: `${separated ? '' : '*'}${inLink ? '?' : ''}`,
    form: components.map(componentText).join(' '),
    attributes: attributes.sort(),
  }
}

const lines = fileText('gs1-syntax-dictionary.txt')
  .split('\n')
  .filter((line) => /^\d/.test(line))

test('every identifier of the dictionary is here with its parts, checks and rules, and no other', () => {
  const wanted = Object.fromEntries(lines.flatMap(entriesOf))
  const ours = Object.fromEntries([...identifiers].map(([ai, identifier]) => [ai, entryOf(identifier)]))
  expect(ours).toEqual(wanted)
  expect(Object.keys(wanted).length).toBeGreaterThan(400)
})

test('every check that the dictionary names is one of ours', () => {
  const named = lines.flatMap((line) =>
    [...line.matchAll(/[NXYZ\]](?:\.\.)?\d*\]?((?:,[a-z]\w*)+)/g)].map(([, names]) => names ?? ''),
  )
  const all = new Set(named.flatMap((names) => names.split(',').filter(Boolean)))
  expect([...all].filter((name) => !checks.has(name))).toEqual([])
  expect(all.size).toBeGreaterThan(25)
})

test('the first two digits say how long an identifier is', () => {
  for (const { prefix, ailen } of vectorsOf<{ prefix: string; ailen: number }>('ai_prefix_length'))
    expect([prefix, identifierLength(prefix)]).toEqual([prefix, ailen])
})

test('the path of a link may have what the engine says', () => {
  for (const { seq } of vectorsOf<{ seq: string[] }>('digital_link_valid_path_sequences'))
    expect([seq, isLinkPath(seq)]).toEqual([seq, true])
})
