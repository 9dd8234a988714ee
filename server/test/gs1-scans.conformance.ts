/**
 * Element strings, bracketed text and scans against the vectors of the GS1 Barcode Syntax Engine.
 */
import { expect, test } from 'vitest'
import { readBracketed } from '#domain/gs1/bracketed.ts'
import { elementString, readElements } from '#domain/gs1/element-string.ts'
import { readAnnounced, strict } from '#domain/gs1/read-scan.ts'
import { readerOutput } from '#domain/gs1/reader-output.ts'
import { announced } from '#domain/gs1/symbologies.ts'
import { voicePickCode } from '#domain/gs1/voice-pick-code.ts'
import { fileText, inCaret, inFnc1, vectorsOf } from './gs1-vectors.ts'

const reading = { begin: 0, unlisted: false } as const

test('an element string is read where the engine accepts it, and complained about where it does not', () => {
  for (const { ok, input } of vectorsOf<{ ok: boolean; input: string }>('elementstring_parse')) {
    const { problems, unknown } = readElements(inFnc1(input), reading)
    expect([input, problems.length + unknown.length === 0]).toEqual([input, ok])
  }
})

type Bracketed = Readonly<{ ok: boolean; input: string; expect: string | null }>

test('brackets that people write say what the element string says', () => {
  for (const { ok, input, expect: wanted } of vectorsOf<Bracketed>('bracketed_to_elementstring')) {
    const { elements, problems, unknown } = readBracketed(input, reading)
    const right = problems.length + unknown.length === 0
    expect([input, right && inCaret(elementString(elements))]).toEqual([input, ok && wanted])
  }
})

type Scanned = Readonly<{ ok: boolean; scan: string; symbology: string | null; message: string | null }>

/** In the engine's notation: what begins with a circumflex without being FNC1 has a backslash before it. */
function messageOf(scan: string): string {
  const { begin = 0, carrier } = announced(scan) ?? {}
  const text = scan.slice(begin)
  if (carrier?.carries === 'elements') return `^${inCaret(text)}`
  if (carrier?.carries === 'text') return /^\\*\^/.test(text) ? `\\${text}` : text
  return inCaret(text.replace('|]e0', '|^'))
}

test('what a reader sends is read where the engine reads it, and of the same kind of code', () => {
  for (const { ok, scan, symbology, message } of vectorsOf<Scanned>('scandata_parse')) {
    const { problems } = readAnnounced(scan, { ...strict, whole: false })
    const told = problems.length === 0 && [announced(scan)?.carrier?.symbology, messageOf(scan)]
    expect([scan, told]).toEqual([scan, ok && [symbology, message]])
  }
})

type Sent = Readonly<{ ok: boolean; symbology: string; message: string; scan: string | null; addCheckDigit: boolean }>

test('of every kind of code is known what a reader sends of it', () => {
  for (const { ok, symbology, message, scan, addCheckDigit } of vectorsOf<Sent>('scandata_generate')) {
    const isText = ['QR', 'DM', 'DotCode'].includes(symbology) && !message.startsWith('^')
    const [first = '', more = null] = isText ? [message.replace(/^\\(?=\\*\^)/, '')] : inFnc1(message).split('|')
    const sent = readerOutput(symbology, { message: first, more, checkDigit: addCheckDigit ? 'added' : 'given' })
    expect([message, sent.ok && sent.scan]).toEqual([message, ok && scan])
  }
})

type Produce = Readonly<{ tlc_gtin: string; tlc_batch: string; date: string; voice_code: string }>

test('the voice pick codes of the produce industry are ours', () => {
  const { shipping }: { shipping: Produce[] } = JSON.parse(fileText('../fsma204/pti_example_rows.json'))
  for (const { tlc_gtin: gtin, tlc_batch: batch, date: day, voice_code: code } of shipping)
    expect(voicePickCode({ gtin, batch, day })).toBe(code)
  expect(shipping.length).toBeGreaterThan(0)
})
