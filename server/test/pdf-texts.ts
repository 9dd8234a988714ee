import { inflateSync } from 'node:zlib'

/** What a reader of the paper sees: texts in the order in which they were written. */
export function textsOf(pdf: Buffer): string[] {
  const streams = pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)
  return [...streams].flatMap(([, bytes = '']) => {
    if (bytes.charCodeAt(0) !== 0x78) return []
    const content = inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')
    return [...content.matchAll(/\[(.*?)\] TJ/g)].map(([, parts = '']) =>
      [...parts.matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join(''),
    )
  })
}
