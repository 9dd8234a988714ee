/**
 * web/api/problem.ts — a refusal or failure as the app carries it around: a code for the program, a sentence for the person.
 */
export type ProblemBody = Readonly<{
  code: string
  status: number
  detail: string
  facts: Readonly<Record<string, unknown>>
  requestId: string
}>

export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly detail: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly requestId: string

  constructor({ code, status, detail, facts, requestId }: ProblemBody) {
    super(detail)
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.detail = detail
    this.facts = facts
    this.requestId = requestId
  }
}

export const isProblemBody = (body: unknown): body is ProblemBody =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body

export const offline = () =>
  new Problem({
    code: 'offline',
    status: 0,
    detail: 'The server cannot be reached. Check the network and try again; nothing you typed is lost.',
    facts: {},
    requestId: '',
  })

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem({
    code: 'bug_in_page',
    status: 0,
    detail: 'Something is wrong in this page. Load it again; if that does not help, report what you did.',
    facts: {},
    requestId: '',
  })
}

/** Worth asking again: the machine failed, the business did not say no. */
export const isPassing = ({ status }: Problem): boolean => status === 0 || status === 429 || status >= 500

export type FieldProblem = Readonly<{ at: string; message: string }>

/** What was wrong with which field, as `lines.0.quantity`. */
export function fieldProblems(problem: Problem): FieldProblem[] {
  const { problems } = problem.facts
  if (!Array.isArray(problems)) return []
  return (problems as FieldProblem[]).map(({ at, message }) => ({
    at: at.replaceAll(/\[(\d+)\]/g, '.$1').replace(/^\./, ''),
    message,
  }))
}
