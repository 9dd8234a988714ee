/**
 * server/modules/labels/print/drawn-symbol.ts — a code as bars or squares, in modules: how wide it is, and what must stay white beside it.
 */
import bwip from 'bwip-js/node'
import { separator } from '#domain/gs1/element-string.ts'
import type { SymbolContent, WrittenSymbology } from '#domain/labels/symbol-content.ts'

export type DrawnSymbol = Readonly<{
  /** White beside it, in modules, as its standard asks. */
  quiet: number
  /** Without the white. */
  wide: number
}> &
  Readonly<
    | { kind: 'bars'; bars: readonly number[] } // widths of bar and space in turn
    | { kind: 'squares'; high: number; dark: () => readonly number[] } // 1 for dark, row by row
  >

type Encoder = Readonly<{ name: string; options: string; quiet: number; fnc1: boolean }>
/** The white is that of GS1 General Specifications §5.2, §5.3, §5.4, §5.6 and ISO/IEC 18004; the wider side of EAN on both. */
const encoders: Readonly<Record<WrittenSymbology, Encoder>> = {
  gs1_128: { name: 'code128', options: 'parsefnc=true', quiet: 10, fnc1: true },
  gs1_datamatrix: { name: 'datamatrix', options: 'parsefnc=true', quiet: 1, fnc1: true },
  qr_link: { name: 'qrcode', options: 'eclevel=M', quiet: 4, fnc1: false },
  qr: { name: 'qrcode', options: 'eclevel=M', quiet: 4, fnc1: false },
  ean_13: { name: 'ean13', options: '', quiet: 11, fnc1: false },
  ean_8: { name: 'ean8', options: '', quiet: 7, fnc1: false },
  itf_14: { name: 'itf14', options: '', quiet: 10, fnc1: false },
  code_128: { name: 'code128', options: '', quiet: 10, fnc1: false },
}

/** Of ITF-14, two and a quarter to three narrow ones (§5.3.2); three are whole dots. */
export const wideBar = 3

/** Bytes that QR codes hold at level M, by version (ISO/IEC 18004, table 7). */
const qrBytes = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666]

/** Of a printer that writes bytes alone, so that what it makes has room; a screen or PDF would need fewer. */
function versionOf(message: string): number {
  const bytes = new TextEncoder().encode(message).length
  const at = qrBytes.findIndex((most) => bytes <= most)
  if (at === -1) throw new Error(`too long for a QR code: ${bytes} bytes`)
  return at + 1
}

/** Its size is known from the version; drawing it takes milliseconds, and is left until somebody looks. */
function qrSymbol(message: string, { options, quiet }: Pick<Encoder, 'options' | 'quiet'>): DrawnSymbol {
  const version = versionOf(message)
  const side = 17 + 4 * version
  const dark = () => {
    const [drawn] = bwip.raw('qrcode', message, `${options} version=${version}`)
    if (!drawn || !('pixs' in drawn)) throw new Error('a QR code without squares')
    return drawn.pixs
  }
  return { kind: 'squares', quiet, wide: side, high: side, dark }
}

export function drawnSymbol({ symbology, message }: Pick<SymbolContent, 'symbology' | 'message'>): DrawnSymbol {
  const { name, options, quiet, fnc1 } = encoders[symbology]
  if (name === 'qrcode') return qrSymbol(message, { options, quiet })
  const [drawn] = bwip.raw(name, fnc1 ? message.replaceAll(separator, '^FNC1') : message, options)
  if (drawn && 'pixs' in drawn)
    return { kind: 'squares', quiet, wide: drawn.pixx, high: drawn.pixy, dark: () => drawn.pixs }
  if (!drawn || !('sbs' in drawn)) throw new Error(`a code without bars: ${symbology}`)
  const bars = symbology === 'itf_14' ? drawn.sbs.map((wide) => (wide > 1 ? wideBar : 1)) : [...drawn.sbs]
  return { kind: 'bars', quiet, wide: bars.reduce((sum, width) => sum + width, 0), bars }
}
