/**
 * server/modules/labels/print/as-svg.ts — a label as a picture for the screen, a unit of it is a dot of the printer.
 */
import { darkRuns } from './dark-runs.ts'
import type { LaidLabel, LaidText } from './lay-out.ts'

export function labelSvg({ width, height, texts, symbols }: LaidLabel): string {
  const path = symbols
    .flatMap(darkRuns)
    .map(({ x, y, width: wide, height: high }) => `M${x} ${y}h${wide}v${high}h-${wide}z`)
    .join('')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...(path === '' ? [] : [`<path d="${path}" fill="#000" shape-rendering="crispEdges"/>`]),
    ...texts.map(textElement),
    '</svg>',
  ].join('')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter)

/** The foot of a line without what hangs below it. */
const baseline = 0.8

const textElement = ({ x, y, size, bold, text }: LaidText): string =>
  `<text x="${x}" y="${Math.round(y + size * baseline)}" font-family="Helvetica, Arial, sans-serif" font-size="${size}"${bold ? ' font-weight="700"' : ''} fill="#000">${escaped(text)}</text>`
