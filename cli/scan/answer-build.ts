/**
 * cli/scan/answer-build.ts — a line of elements, answered with one line of JSON: all ways to write them.
 */
import { type BuildAsk, buildScan } from '../../domain/gs1/build-scan.ts'
import { type Element, problem, type ScanProblem } from '../../domain/gs1/problem.ts'
import { type Carried, readerOutput } from '../../domain/gs1/reader-output.ts'
import { remarked, told } from './answer-scan.ts'

type Ask = BuildAsk & Readonly<{ symbology: string | null; checkDigit: Carried['checkDigit'] }>

/** Elements as `[{"ai":"01","value":"…"}]`; with a symbology also a JSON string: the text or the number that the code carries. */
export function answerBuild(line: string, ask: Ask): string {
  const asked = read(line)
  if (typeof asked === 'string' && ask.symbology !== null) return sentOnly(asked, { ...ask, symbology: ask.symbology })
  if (!isElements(asked)) return refused([problem('elements_unreadable', 0)])
  const answer = buildScan(asked, ask)
  if (!answer.ok) return refused(answer.problems)
  const built = { ok: true, ...answer.built, ...remarked(answer.remarks) }
  if (ask.symbology === null) return JSON.stringify(built)
  const sent = readerOutput(ask.symbology, {
    message: answer.built.elementString,
    more: null,
    checkDigit: ask.checkDigit,
  })
  return sent.ok ? JSON.stringify({ ...built, scan: sent.scan }) : refused([sent.problem])
}

function sentOnly(
  message: string,
  { symbology, checkDigit }: { symbology: string; checkDigit: Carried['checkDigit'] },
): string {
  const sent = readerOutput(symbology, { message, more: null, checkDigit })
  return sent.ok ? JSON.stringify({ ok: true, scan: sent.scan }) : refused([sent.problem])
}

const refused = (problems: readonly ScanProblem[]): string => JSON.stringify({ ok: false, problems: told(problems) })

function read(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

const isElements = (asked: unknown): asked is Element[] =>
  Array.isArray(asked) &&
  asked.every((one: unknown) => {
    const { ai, value } = (one ?? {}) as Partial<Element>
    return typeof ai === 'string' && typeof value === 'string'
  })
