/**
 * Digital Links in and out against the vectors of the GS1 Barcode Syntax Engine.
 */
import { expect, test } from 'vitest'
import { readBracketed } from '#domain/gs1/bracketed.ts'
import { buildLink, canonicalStem } from '#domain/gs1/build-link.ts'
import { readLink } from '#domain/gs1/digital-link.ts'
import { elementString } from '#domain/gs1/element-string.ts'
import { escapeUri, unescapeUri } from '#domain/gs1/uri-text.ts'
import { inCaret, vectorsOf } from './gs1-vectors.ts'

type Link = Readonly<{
  ok: boolean
  uri: string
  expect: string | null
  permitZeroSuppressedGTIN: boolean
  permitConvenienceAlphas: boolean
  permitUnknownAIs: boolean
  permitUnknownAIAsAttribute: boolean
}>

test('a link is read where the engine reads it, and says the same', () => {
  for (const vector of vectorsOf<Link>('digital_link_parse')) {
    const { elements, problems } = readLink(vector.uri, {
      unlisted: vector.permitUnknownAIs,
      unlistedInQuery: vector.permitUnknownAIAsAttribute,
      shortGtins: vector.permitZeroSuppressedGTIN,
      names: vector.permitConvenienceAlphas,
    })
    const told = problems.length === 0 && inCaret(elementString(elements))
    expect([vector.uri, told]).toEqual([vector.uri, vector.ok && vector.expect])
  }
})

type Built = Readonly<{
  ok: boolean
  stem: string | null
  input: string
  expect: string | null
  permitUnknownAIs: boolean
  permitUnknownAIAsAttribute: boolean
}>

test('elements make the link that the engine makes of them', () => {
  for (const vector of vectorsOf<Built>('digital_link_generate')) {
    const { elements } = readBracketed(vector.input, { begin: 0, unlisted: vector.permitUnknownAIs })
    const wanted = { stem: vector.stem ?? canonicalStem, unlistedInQuery: vector.permitUnknownAIAsAttribute }
    const built = buildLink(elements, wanted)
    expect([vector.input, built.ok && built.uri]).toEqual([vector.input, vector.ok && vector.expect])
  }
})

type Uri = Readonly<{ input: string; path: string; query: string }>

test('text is written into addresses, and read out of them, as the engine does', () => {
  for (const { input, path, query } of vectorsOf<Uri>('uri_escape'))
    expect([escapeUri(input, 'path'), escapeUri(input, 'query')]).toEqual([path, query])
  for (const { input, path, query } of vectorsOf<Uri>('uri_unescape'))
    expect([unescapeUri(input, 'path'), unescapeUri(input, 'query')]).toEqual([path, query])
})
