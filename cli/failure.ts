/**
 * cli/failure.ts — how a command ends when it does not succeed, and the exit code that tells programs why.
 */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  wrongUse: 2,
  refused: 3,
  unreachable: 4,
  differences: 5,
  stopped: 130,
} as const

/** RFC 9457 problem of the Firstout API. */
export type Problem = Readonly<{
  status: number
  code: string
  detail: string
  facts: Readonly<Record<string, unknown>>
  requestId?: string
}>

type Candidate = Readonly<{ id: string; says: string }>
type FieldProblem = Readonly<{ at: string; message: string }>

/** Ends the command with a sentence for the person and a code for the program. */
export class Failure extends Error {
  readonly exitCode: number
  readonly problem: Problem | null

  constructor(exitCode: number, message: string, problem: Problem | null = null) {
    super(message)
    this.exitCode = exitCode
    this.problem = problem
  }
}

export const wrongUse = (message: string): Failure => new Failure(exitCodes.wrongUse, message)

/** What a refusal says of each field, where it names several. */
function fieldProblems(problem: Problem): FieldProblem[] {
  const { problems } = problem.facts
  return Array.isArray(problems) ? (problems as FieldProblem[]) : []
}

/** How a choice is made on the command line, where it can be. */
const flags: Readonly<Record<string, string>> = {
  use_known: '--batch with the known code',
  different: '--batch-is different',
  same_batch: '--batch-is same',
  own_code: '--batch with a code of its own',
  correct_known_date: 'npx firstout batches correct, then again',
  reject: 'leave these units out',
}
const inFlags = (choice: string) => (flags[choice] ? `${choice} (${flags[choice]})` : choice)

/** The refusal in words: its sentence, then each further problem on a line of its own. */
export function problemText(problem: Problem): string {
  const fields = fieldProblems(problem)
  const lines = fields.length > 1 ? fields.map(({ at, message }) => `  ${at}: ${message}`) : []
  const choices = problem.facts.choices
  if (Array.isArray(choices)) lines.push(`  Choices: ${choices.map((choice) => inFlags(String(choice))).join('; ')}`)
  const { candidates } = problem.facts
  if (Array.isArray(candidates)) lines.push(...(candidates as Candidate[]).map(({ id, says }) => `  ${says}: ${id}`))
  if (problem.status >= 500 && problem.requestId) lines.push(`  Request id: ${problem.requestId}`)
  return [problem.detail, ...lines].join('\n')
}
