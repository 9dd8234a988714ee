/**
 * server/test/read-labels.ts — what a reader reads on labels: of a PDF the rectangles that its pages fill are painted, of ZPL a renderer of that language makes the
 * picture. Neither knows of ours how the codes came to be.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import bwip from 'bwip-js/node'
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader'

const require = createRequire(import.meta.url)
// Its other form is none that Node reads.
const { ready } = require('zpl-renderer-js') as typeof import('zpl-renderer-js')
const wasm = require.resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })

export type ReadCode = Readonly<{ kind: string; text: string }>
type Picture = Readonly<{ data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number }>

/** As a scanner sends it: the symbology identifier and the bytes, in the order of their lines on the label. */
export async function readPicture(picture: Picture | Uint8Array): Promise<ReadCode[]> {
  const image = picture instanceof Uint8Array ? new Blob([new Uint8Array(picture)]) : (picture as ImageData)
  const results = await readBarcodes(image, { tryHarder: true, maxNumberOfSymbols: 8 })
  return results
    .toSorted((a, b) => a.position.topLeft.y - b.position.topLeft.y || a.position.topLeft.x - b.position.topLeft.x)
    .map(sent)
}

const sent = ({ symbologyIdentifier, bytes }: ReadResult): ReadCode => ({
  kind: symbologyIdentifier,
  text: Buffer.from(bytes).toString('utf8'),
})

export async function readZpl(zpl: string, { width, height, resolution }: Label): Promise<ReadCode[]> {
  const { api } = await ready
  const dots = resolution === 203 ? 8 : 12
  return readPicture(Buffer.from(await api.zplToBase64Async(withBars(zpl), width, height, dots), 'base64'))
}

/**
 * The renderer takes `>5` for FNC4 and drops one letter behind a change of code sets, so Code 128 is read by us, as the ZPL II Programming Guide has it: its
 * command becomes the bars that its codewords are.
 */
const withBars = (zpl: string): string =>
  zpl.replaceAll(/\^FO(\d+),(\d+)\^BY(\d+)\^BCN,(\d+),N,N,N\^FD(.*?)\^FS/g, (_, ...said: string[]) => {
    const [x = '', y = '', module = '', height = '', text = ''] = said
    let at = Number(x)
    return barsOf(text)
      .map((modules, index) => {
        const wide = modules * Number(module)
        const bar = `^FO${at},${y}^GB${wide},${height},${wide}^FS`
        at += wide
        return index % 2 === 0 ? bar : ''
      })
      .join('')
  })

/** Table "Code 128 Invocation Characters". */
const invoked: Readonly<Record<string, number>> = {
  '<': 62,
  '0': 30,
  '=': 94,
  '1': 95,
  '2': 96,
  '3': 97,
  '4': 98,
  '5': 99,
  '6': 100,
  '7': 101,
  '8': 102,
  '9': 103,
  ':': 104,
  ';': 105,
}

const toPairs = [99, 105]
const toLetters = [100, 104]
const inSetB = (letter: string) => letter.charCodeAt(0) - 32

function barsOf(text: string): readonly number[] {
  let inPairs = false
  const codewords = [...text.matchAll(/>.|\d\d|./g)].flatMap(([part]) => {
    const value = part.startsWith('>') ? (invoked[part.slice(1)] ?? Number.NaN) : null
    if (value === null) return inPairs ? [/^\d\d$/.test(part) ? Number(part) : Number.NaN] : [...part].map(inSetB)
    if (toPairs.includes(value)) inPairs = true
    if (toLetters.includes(value)) inPairs = false
    return [value]
  })
  const [drawn] = bwip.raw(
    'code128',
    codewords.map((value) => `^${String(value).padStart(3, '0')}`).join(''),
    'raw=true',
  )
  if (!drawn || !('sbs' in drawn)) throw new Error(`no bars: ${text}`)
  return [...drawn.sbs]
}
type Label = Readonly<{ width: number; height: number; resolution: 203 | 300 }>

/** The codes of each page, a dot of the printer being a pixel. */
export async function readPdf(pdf: Uint8Array, resolution: Label['resolution'] = 203): Promise<ReadCode[][]> {
  const pages: ReadCode[][] = []
  for (const page of pagesOf(Buffer.from(pdf)))
    pages.push(await readPicture(painted(page, (resolution === 203 ? 203.2 : 300) / 72)))
  return pages
}

type PdfPage = Readonly<{ width: number; height: number; content: string }>

function pagesOf(pdf: Buffer): PdfPage[] {
  const text = pdf.toString('latin1')
  const sizes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  const contents = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)]
    .filter(([, bytes = '']) => bytes.charCodeAt(0) === 0x78)
    .map(([, bytes = '']) => inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1'))
    .filter((content) => content.startsWith('1 0 0 -1 0')) // a page, and not a font
  return sizes.map(([, width, height], at) => ({
    width: Number(width),
    height: Number(height),
    content: contents[at] ?? '',
  }))
}

/** PDFKit turns the page so that y goes down. `pixels` to a point. */
function painted({ width, height, content }: PdfPage, pixels: number): Picture {
  const wide = Math.ceil(width * pixels)
  const high = Math.ceil(height * pixels)
  const data = new Uint8ClampedArray(wide * high * 4).fill(255)
  for (const [, ...numbers] of content.matchAll(/^([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re$/gm)) {
    const [x = 0, y = 0, w = 0, h = 0] = numbers.map((one) => Number(one) * pixels)
    const black = new Uint8Array(Math.round(w) * 4).map((_, at) => (at % 4 === 3 ? 255 : 0))
    for (let row = Math.round(y); row < Math.round(y + h); row += 1) data.set(black, (row * wide + Math.round(x)) * 4)
  }
  return { data, width: wide, height: high }
}
