/**
 * bench/scan.ts — GS1 codes read in one process, against a plain split of the same strings at their separators: what a reader costs that asks every rule of GS1.
 * `scan.lines` is a line in and a line of JSON out, as `npx firstout scan` does it.
 */
import { answerScan } from '../cli/scan/answer-scan.ts'
import { separator } from '../domain/gs1/element-string.ts'
import { readScan, strict } from '../domain/gs1/read-scan.ts'
import type { Results } from './allocate.ts'
import { median, round } from './measure.ts'

const different = 1000
const rounds = 5

/** Four elements each, as on a case. */
const codes = Array.from({ length: different }, (_, at) => {
  const number = String(at).padStart(4, '0')
  return `]C101095060001343521726123110LT${number}K${separator}21S${number}X`
})

export function scan({ scanned }: Readonly<{ scanned: number }>): Results {
  const ask = { ...strict, announced: false }
  const floor = perSecondOf(scanned, (code) => code.split(separator).length === 2)
  const read = perSecondOf(scanned, (code) => readScan(code, strict).problems.length === 0)
  const lines = perSecondOf(scanned, (code) => answerScan(code, ask).startsWith('{"ok":true'))
  const figures = (perSecond: number) => ({ perSecond, floor, ratio: round(perSecond / floor) })
  return { 'scan.elements': figures(read), 'scan.lines': figures(lines) }
}

/** The median of a few rounds; the first is not counted, as the code is not warm yet. Every code must be read as right. */
function perSecondOf(scanned: number, isRight: (code: string) => boolean): number {
  const figures = Array.from({ length: rounds + 1 }, () => {
    const start = performance.now()
    for (let at = 0; at < scanned; at += 1)
      if (!isRight(codes[at % different] ?? '')) throw new Error(`not read: ${codes[at % different]}`)
    return (scanned / (performance.now() - start)) * 1000
  })
  return Math.round(median(figures.slice(1)))
}
