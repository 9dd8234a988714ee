/**
 * server/modules/labels/print/dark-runs.ts — the bars or squares of a code as rectangles, those side by side in one.
 */
import type { LaidSymbol } from './lay-out.ts'

export type Rectangle = Readonly<{ x: number; y: number; width: number; height: number }>

export function darkRuns(symbol: LaidSymbol): Rectangle[] {
  const { drawn, x, y, module } = symbol
  if (drawn.kind === 'bars') return [...barsOf(symbol, drawn.bars), ...bearers(symbol)]
  const dark = drawn.dark()
  const runs: Rectangle[] = []
  for (let row = 0; row < drawn.high; row += 1)
    for (const [from, to] of runsOf(dark.slice(row * drawn.wide, (row + 1) * drawn.wide)))
      runs.push({ x: x + from * module, y: y + row * module, width: (to - from) * module, height: module })
  return runs
}

function barsOf({ x, y, module, height }: LaidSymbol, bars: readonly number[]): Rectangle[] {
  let at = x
  return bars.flatMap((wide, index) => {
    const bar = { x: at, y, width: wide * module, height }
    at += bar.width
    return index % 2 === 0 ? [bar] : []
  })
}

/** Over and under an ITF-14, two narrow bars thick: of a scan that leaves the code halfway nothing is read (GS1 General Specifications §5.3.2.4). */
export function bearers({ content, drawn, x, y, module, height }: LaidSymbol): Rectangle[] {
  if (content.symbology !== 'itf_14') return []
  const thick = 2 * module
  const bar = { x: x - drawn.quiet * module, width: (drawn.wide + 2 * drawn.quiet) * module, height: thick }
  return [
    { ...bar, y },
    { ...bar, y: y + height - thick },
  ]
}

/** From where to before where it is dark. */
function runsOf(row: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  row.forEach((dark, at) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last?.[1] === at) last[1] = at + 1
    else runs.push([at, at + 1])
  })
  return runs
}
