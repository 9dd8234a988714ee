/**
 * server/test/pdf-texts.ts — what a reader of a paper sees: its texts, in letters, and where it leads.
 */
import { inflateSync } from 'node:zlib'

type Letters = ReadonlyMap<string, string>

/** Texts in the order in which they were written. */
export function textsOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf)
  const fonts = fontsOf(objects)
  return [...objects.values()].flatMap(({ content }) => {
    let letters: Letters = new Map()
    return [...content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)].flatMap(([, font, parts]) => {
      if (parts !== undefined) return readBy(letters, parts)
      letters = fonts.get(font ?? '') ?? new Map()
      return []
    })
  })
}

type Thing = Readonly<{ head: string; content: string }>

/** By number; what is not packed has no content. */
function objectsOf(pdf: Buffer): ReadonlyMap<string, Thing> {
  const found = pdf.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)
  return new Map([...found].map(([, number = '', body = '']) => [number, thingOf(body)]))
}

function thingOf(body: string): Thing {
  const [head = '', bytes = ''] = body.split(/stream\n/, 2)
  const isPacked = head.includes('/FlateDecode') && bytes.charCodeAt(0) === 0x78 && !head.includes('/Length1')
  return { head, content: isPacked ? inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1') : '' }
}

/** Each font says which glyph is which letter (ISO 32000-1, 9.10.3). */
function fontsOf(objects: ReadonlyMap<string, Thing>): ReadonlyMap<string, Letters> {
  const named = [...objects.values()].flatMap(({ head }) => [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)])
  return new Map(
    named.map(([, name = '', number = '']) => {
      const map = objects.get(number)?.head.match(/\/ToUnicode (\d+) 0 R/)?.[1] ?? ''
      return [name, lettersOf(objects.get(map)?.content ?? '')]
    }),
  )
}

function lettersOf(map: string): Letters {
  const ranges = [...map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/g)]
  return new Map(
    ranges.flatMap(([, first = '', all = '']) =>
      [...all.matchAll(/<([0-9a-f ]+)>/g)].map(([, hex = ''], at) => [
        (Number.parseInt(first, 16) + at).toString(16).padStart(4, '0'),
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      ]),
    ),
  )
}

const readBy = (letters: Letters, parts: string): string =>
  [...parts.matchAll(/<([0-9a-f]+)>/g)]
    .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    .map((glyph) => letters.get(glyph) ?? '\ufffd')
    .join('')

/** Where the paper leads, each once. */
export const linksIn = (pdf: Buffer): string[] => [
  ...new Set([...pdf.toString('latin1').matchAll(/\/URI \(([^)]*)\)/g)].map(([, link = '']) => link)),
]
