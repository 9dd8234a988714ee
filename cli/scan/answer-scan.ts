/**
 * cli/scan/answer-scan.ts — one scan, answered with one line of JSON.
 */
import { type Element, problem, type ScanProblem } from '../../domain/gs1/problem.ts'
import { readAnnounced, readScan, type ScanTolerance } from '../../domain/gs1/read-scan.ts'
import { lineText } from './line-text.ts'

type Ask = ScanTolerance & Readonly<{ announced: boolean }>

export function answerScan(line: string, ask: Ask): string {
  const { text, badEscapeAt } = lineText(line)
  if (badEscapeAt !== null) return JSON.stringify({ ok: false, problems: told([problem('bad_escape', badEscapeAt)]) })
  const { kind, elements, problems, remarks } = ask.announced ? readAnnounced(text, ask) : readScan(text, ask)
  const read = `"kind":"${kind}","elements":[${elements.map(elementText).join(',')}]`
  return problems.length === 0
    ? `{"ok":true,${read}${remarks.length === 0 ? '' : `,"remarks":${JSON.stringify(told(remarks))}`}}`
    : `{"ok":false,"problems":${JSON.stringify(told(problems))},${read}}`
}

/** Of what a value may hold, only a quotation mark must be escaped. Written by hand, as this is done a hundred thousand times a second. */
const elementText = ({ ai, value }: Element): string =>
  `{"ai":"${ai}","value":${value.includes('"') ? JSON.stringify(value) : `"${value}"`}}`

export const told = (problems: readonly ScanProblem[]) =>
  problems.map(({ code, says, at, ai }) => ({ code, message: says, at, ai }))

export const remarked = (remarks: readonly ScanProblem[]) => (remarks.length > 0 ? { remarks: told(remarks) } : {})
