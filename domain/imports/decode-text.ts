/**
 * domain/imports/decode-text.ts — the text of a person's file, whatever program wrote it, piece by piece.
 */
export type Decoding = Readonly<{ write(bytes: Uint8Array): string; end(): string }>

/**
 * UTF-16 where its mark says so or every other byte is nothing; else UTF-8 as long as all bytes are; from where they are not, the Windows
 * code page of older exports.
 */
export function textDecoding(): Decoding {
  let decoding: Decoding | null = null
  return {
    write(bytes) {
      decoding ??= utf16(bytes) ?? utf8OrWindows()
      return decoding.write(bytes)
    },
    end: () => decoding?.end() ?? '',
  }
}

function utf16(bytes: Uint8Array): Decoding | null {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes
  const little = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0 && third !== 0 && fourth === 0)
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && third === 0 && fourth !== 0)
  if (!little && !big) return null
  const decoder = new TextDecoder(little ? 'utf-16le' : 'utf-16be')
  return { write: (more) => decoder.decode(more, { stream: true }), end: () => decoder.decode() }
}

function utf8OrWindows(): Decoding {
  let rest: Uint8Array = new Uint8Array()
  let isUtf8 = true
  let first = true
  const decode = (bytes: Uint8Array): string => {
    if (!isUtf8) return windowsText(bytes)
    try {
      // Only at the very beginning a mark is one.
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: !first }).decode(bytes)
      first = first && bytes.length === 0
      return text
    } catch {
      isUtf8 = false
      return windowsText(bytes)
    }
  }
  return {
    write(bytes) {
      const all = joined(rest, bytes)
      const whole = isUtf8 ? wholeCharacters(all) : all.length
      rest = all.slice(whole)
      return decode(all.subarray(0, whole))
    },
    end: () => decode(rest),
  }
}

/** Bytes 80 to 9F. Written out, for not every runtime's own decoder knows them. */
const windowsOnly = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function windowsText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte >= 0x80 && byte < 0xa0 ? windowsOnly[byte - 0x80] : String.fromCharCode(byte)
  return text
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other
  const all = new Uint8Array(one.length + other.length)
  all.set(one)
  all.set(other, one.length)
  return all
}

/** Up to the last character, of which the end may not have come yet. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0
    if (length > 0) return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}
