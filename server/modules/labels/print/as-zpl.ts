/**
 * server/modules/labels/print/as-zpl.ts — labels in ZPL II, the language of label printers. The printer makes the codes itself; only EAN-8, which
 * not every program that shows ZPL knows, is drawn bar by bar.
 */
import { separator } from '#domain/gs1/element-string.ts'
import { code128 } from '#domain/labels/code-128.ts'
import { bearers, darkRuns, type Rectangle } from './dark-runs.ts'
import { wideBar } from './drawn-symbol.ts'
import type { LaidLabel, LaidSymbol, LaidText } from './lay-out.ts'

/** `^PQ` takes copies; the printer then draws each label once. */
export const labelsZpl = (labels: readonly LaidLabel[], copies: number): string =>
  labels.map((label) => labelZpl(label, copies)).join('\n')

const labelZpl = ({ width, height, texts, symbols }: LaidLabel, copies: number): string =>
  [
    '^XA',
    '^CI28', // UTF-8
    '^LH0,0',
    `^PW${width}`,
    `^LL${height}`,
    ...symbols.map(symbolZpl),
    ...texts.map(textZpl),
    `^PQ${copies}`,
    '^XZ',
  ].join('\n')

/** What begins a command, and what says so itself, in hexadecimal digits (`^FH\`). */
const safe = (text: string): string =>
  text.replaceAll(/[\\^~]/g, (letter) => `\\${letter.charCodeAt(0).toString(16).toUpperCase()}`)

/** Font 0 is drawn a little wider where it should be bold. */
const textZpl = ({ x, y, size, bold, text }: LaidText): string =>
  `^FO${x},${y}^A0N,${size},${Math.round(size * (bold ? 1 : 0.9))}^FH\\^FD${safe(text)}^FS`

/** Printers draw a QR code so many dots below the place that is said. */
const qrShift = 10

const boxZpl = ({ x, y, width, height }: Rectangle): string =>
  `^FO${x},${y}^GB${width},${height},${Math.min(width, height)}^FS`

/** In `^BX`, `$1` is FNC1: no value of GS1 has a dollar sign. */
function symbolZpl(symbol: LaidSymbol): string {
  const { content, x, y, module, height } = symbol
  const { symbology, message } = content
  const at = `^FO${x},${y}`
  switch (symbology) {
    case 'gs1_128':
    case 'code_128':
      return `${at}^BY${module}^BCN,${height},N,N,N^FD${code128(message).text}^FS`
    case 'gs1_datamatrix':
      return `${at}^BXN,${module},200,,,,$^FD${message.replaceAll(separator, '$1')}^FS`
    case 'qr_link':
    case 'qr':
      return `^FO${x},${y - qrShift}^BQN,2,${module}^FH\\^FDMA,${safe(message)}^FS`
    case 'ean_13':
      return `${at}^BY${module}^BEN,${height},N,N^FD${message.slice(0, -1)}^FS`
    case 'ean_8':
      return darkRuns(symbol).map(boxZpl).join('')
    case 'itf_14':
      return `${at}^BY${module},${wideBar}^B2N,${height},N,N,N^FD${message}^FS${bearers(symbol).map(boxZpl).join('')}`
  }
}
