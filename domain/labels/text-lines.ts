/**
 * domain/labels/text-lines.ts — how wide text is and where it is broken, alike for every printer: widths are those of Helvetica, which Arimo has too, and the fonts of label printers
 * are no wider.
 */

/** Of the characters from space to tilde, in thousandths of their height (Adobe font metrics of Helvetica). */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
]
/** A space at which no line ends. */
export const unbroken = '\u00a0'
const space = 278
const accented = 667
const ideograph = 1000
const bolder = 1.1

export type Letters = Readonly<{ size: number; bold: boolean }>

/** In the unit of `size`. */
export function textWidth(text: string, { size, bold }: Letters): number {
  let sum = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    sum += letter === unbroken ? space : (widths[code - 32] ?? (code > 0x2e80 ? ideograph : accented))
  }
  return (sum / 1000) * size * (bold ? bolder : 1)
}

type Room = Letters & Readonly<{ width: number; lines: number }>

/** At most so many lines, broken at spaces where it can be, but not at those that do not break; what has no room is left out, and an ellipsis says so. */
export function textLines(text: string, room: Room): string[] {
  const lines = text
    .split('\n')
    .flatMap((paragraph) => broken(paragraph.trim(), room))
    .filter((line) => line !== '')
    .map((line) => line.replaceAll(unbroken, ' '))
  if (lines.length <= room.lines) return lines
  const shown = lines.slice(0, room.lines)
  return [...shown.slice(0, -1), shortened(`${shown.at(-1)}…`, room)]
}

function broken(paragraph: string, room: Room): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/[ \t]+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, room) <= room.width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = piecesOf(word, room)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return [...lines, line]
}

/** A word that is wider than the room, as a long code. */
function piecesOf(word: string, room: Room): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && textWidth(piece + letter, room) > room.width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

function shortened(line: string, room: Room): string {
  let letters = [...line.replace(/…$/, '')]
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, room) > room.width) letters = letters.slice(0, -1)
  return `${letters.join('').trimEnd()}…`
}
