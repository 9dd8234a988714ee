/**
 * server/modules/labels/print/lay-out.ts — a design and what one thing says become texts and codes with their places, in dots of the printer. Bars are whole dots wide,
 * or scanners misread them.
 */

import { setImmediate as pause } from 'node:timers/promises'
import { lineHeight } from '#domain/labels/check-design.ts'
import type { LabelDesign, SymbolPart, TextPart } from '#domain/labels/design.ts'
import type { LabelFacts } from '#domain/labels/facts.ts'
import { type SymbolContent, symbolContent } from '#domain/labels/symbol-content.ts'
import { textLines, textWidth, unbroken } from '#domain/labels/text-lines.ts'
import { type DrawnSymbol, drawnSymbol } from './drawn-symbol.ts'

export const resolutions = [203, 300] as const
export type Resolution = (typeof resolutions)[number]
const dotsPerMm: Readonly<Record<Resolution, number>> = { 203: 8, 300: 300 / 25.4 }

export type LaidText = Readonly<{ x: number; y: number; size: number; bold: boolean; text: string }>
export type LaidSymbol = Readonly<{
  content: SymbolContent
  drawn: DrawnSymbol
  x: number // of the first bar or square, behind the white
  y: number
  module: number
  height: number
}>
export type LaidLabel = Readonly<{
  width: number
  height: number
  resolution: Resolution
  texts: readonly LaidText[]
  symbols: readonly LaidSymbol[]
  /** What is written otherwise than the design wants it. */
  notes: readonly string[]
  /** What has no room; such a label is not printed. */
  problems: readonly string[]
}>
export type Printing = Readonly<{ resolution: Resolution; stem: string }>

const pieceMax = 20

/** Others are answered in between: five hundred labels take a second. */
export async function layOutAll(
  design: LabelDesign,
  all: readonly LabelFacts[],
  printing: Printing,
): Promise<LaidLabel[]> {
  const laid: LaidLabel[] = []
  for (const [at, facts] of all.entries()) {
    if (at % pieceMax === 0) await pause()
    laid.push(layOut(design, facts, printing))
  }
  return laid
}

export function layOut(design: LabelDesign, facts: LabelFacts, { resolution, stem }: Printing): LaidLabel {
  const scale = dotsPerMm[resolution]
  const texts = design.texts.flatMap((part) => laidText(part, facts, scale))
  const contents = design.symbols.map((part) => ({ part, content: symbolContent(part, facts, stem) }))
  const placed = contents.flatMap(({ part, content }, at) => {
    const again = contents.slice(0, at).some((other) => other.content?.message === content?.message)
    const isTold = again && content?.note !== null // what it was to hold is not there, and what stands for it is
    return content === null || isTold ? [] : [placedSymbol(part, content, scale)]
  })
  return {
    width: Math.round(design.width * scale),
    height: Math.round(design.height * scale),
    resolution,
    texts: [...texts, ...placed.flatMap((one) => one.texts)],
    symbols: placed.flatMap(({ symbol }) => symbol ?? []),
    notes: [...new Set(placed.flatMap(({ notes }) => notes))],
    problems: placed.flatMap(({ problem }) => problem ?? []),
  }
}

function laidText(part: TextPart, { texts, names }: LabelFacts, scale: number): LaidText[] {
  const own = part.field === 'text' ? (part.text ?? '') : (texts[part.field] ?? '')
  if (own === '') return []
  const name = part.named ? names[part.field] : undefined
  return textLines(name === undefined ? own : `${name} ${own}`, part).map((text, line) => ({
    x: Math.round(part.x * scale),
    y: Math.round((part.y + line * part.size * lineHeight) * scale),
    size: Math.round(part.size * scale),
    bold: part.bold,
    text,
  }))
}

type Placed = Readonly<{
  texts: readonly LaidText[]
  symbol: LaidSymbol | null
  notes: readonly string[]
  problem: string | null
}>

/** Where the bars have no room, squares may. */
const squarer: Partial<Record<SymbolContent['symbology'], 'gs1_datamatrix' | 'qr'>> = {
  gs1_128: 'gs1_datamatrix',
  code_128: 'qr',
}
const nameOf: Readonly<Record<SymbolContent['symbology'], string>> = {
  gs1_128: 'A GS1-128',
  gs1_datamatrix: 'A GS1 DataMatrix',
  qr_link: 'A QR code',
  qr: 'A QR code',
  ean_13: 'An EAN-13',
  ean_8: 'An EAN-8',
  itf_14: 'An ITF-14',
  code_128: 'A Code 128',
}

function placedSymbol(part: SymbolPart, content: SymbolContent, scale: number): Placed {
  const notes = content.note === null ? [] : [content.note]
  const first = fitted(part, content, scale)
  if (first.ok) return { texts: first.texts, symbol: first.symbol, notes, problem: null }
  const other = squarer[content.symbology]
  const second = other ? fitted(part, { ...content, symbology: other }, scale) : null
  if (!other || !second?.ok) return { texts: [], symbol: null, notes, problem: first.needs }
  const instead = `${first.needs} ${nameOf[other]} of the same stands in its place.`
  return { texts: second.texts, symbol: second.symbol, notes: [...notes, instead], problem: null }
}

/** GS1 General Specifications §5.12: no module narrower than a quarter of a millimetre, and none wider than a millimetre. */
const moduleMinMm = 0.25
const moduleMaxMm = 1.016
const barsHighMinMm = 5
const readSizes = [2.2, 1.7]
const gapMm = 0.6

type Fitted = Readonly<{ ok: true; symbol: LaidSymbol; texts: readonly LaidText[] } | { ok: false; needs: string }>

function fitted(part: SymbolPart, content: SymbolContent, scale: number): Fitted {
  const drawn = drawnSymbol(content)
  const size = readSizes.find((one) => one * 14 < part.width) ?? 1.5
  // An identifier stands with its value.
  const lines = textLines(content.reads.replaceAll(') ', `)${unbroken}`), {
    size,
    bold: false,
    width: part.width,
    lines: 6,
  })
  const room = part.height - lines.length * size * lineHeight - gapMm
  const across = drawn.wide + 2 * drawn.quiet
  const widest = drawn.kind === 'bars' ? part.width : Math.min(part.width, room)
  const least = Math.max(1, Math.round(moduleMinMm * scale))
  const module = Math.min(Math.floor((widest * scale) / across), Math.floor(moduleMaxMm * scale))
  const highEnough = drawn.kind === 'squares' || room >= barsHighMinMm
  if (module < least || !highEnough)
    return { ok: false, needs: needsOf({ part, content, drawn, least, scale, text: part.height - room }) }
  const height = drawn.kind === 'bars' ? Math.floor(room * scale) : drawn.high * module
  const left = part.x * scale + (part.width * scale - drawn.wide * module) / 2
  const top = part.y * scale + (drawn.kind === 'bars' ? 0 : drawn.quiet * module)
  const symbol = { content, drawn, module, height, x: Math.round(left), y: Math.round(top) }
  const under = Math.round(
    top + height + (drawn.kind === 'bars' ? gapMm * scale : Math.max(drawn.quiet * module, gapMm * scale)),
  )
  return { ok: true, symbol, texts: lines.map((text, line) => centred({ text, size, line, part, under, scale })) }
}

type Line = Readonly<{ text: string; size: number; line: number; part: SymbolPart; under: number; scale: number }>

const centred = ({ text, size, line, part, under, scale }: Line): LaidText => ({
  x: Math.round((part.x + Math.max(0, (part.width - textWidth(text, { size, bold: false })) / 2)) * scale),
  y: Math.round(under + line * size * lineHeight * scale),
  size: Math.round(size * scale),
  bold: false,
  text,
})

type Needs = Readonly<{
  part: SymbolPart
  content: SymbolContent
  drawn: DrawnSymbol
  least: number
  scale: number
  text: number
}>

function needsOf({ part, content, drawn, least, scale, text }: Needs): string {
  const wide = Math.ceil(((drawn.wide + 2 * drawn.quiet) * least) / scale)
  const high = Math.ceil((drawn.kind === 'bars' ? barsHighMinMm : wide) + text)
  return `${nameOf[content.symbology]} of ${content.reads} needs ${wide} × ${high} mm, and has ${part.width} × ${part.height} mm.`
}
