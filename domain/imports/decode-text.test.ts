import { expect, test } from 'vitest'
import { textDecoding } from './decode-text.ts'

const text = 'sku,name\nA,Crème — 40 €\n'

function read(bytes: Uint8Array, size: number): string {
  const decoding = textDecoding()
  let all = ''
  for (let at = 0; at < bytes.length; at += size) all += decoding.write(bytes.subarray(at, at + size))
  return all + decoding.end()
}
const windows = (words: string) =>
  Uint8Array.from(words, (letter) => ({ '—': 0x97, '€': 0x80 })[letter] ?? letter.charCodeAt(0))
const big = (words: string) => Buffer.from(words, 'utf16le').swap16()

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 without one', Buffer.from(text, 'utf16le')],
  ['UTF-16, the other way round', big(`\uFEFF${text}`)],
  ['the code page of Windows', windows(text)],
])('%s is read, in one piece or in many', (_name, bytes) => {
  for (const size of [bytes.length, 64, 5, 4]) expect(read(bytes, size)).toBe(text)
})

test('a character whose end never comes is read as Windows has it', () => {
  expect(read(Uint8Array.of(0x41, 0xc3), 10)).toBe('AÃ')
})
