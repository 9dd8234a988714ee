/**
 * domain/recalls/state.ts — how far a recall has come, and who may take it further.
 */
/** A rehearsal is none: it touches nothing (domain/mocks). */
export const recallKinds = ['recall', 'withdrawal', 'stock_recovery'] as const
export type RecallKind = (typeof recallKinds)[number]

/** 21 CFR 7.3(m): I may kill or harm for good, II harms for a while, III hardly harms. */
export const recallClasses = ['I', 'II', 'III'] as const
export type RecallClass = (typeof recallClasses)[number]

export const recallStates = ['draft', 'running', 'ended', 'abandoned'] as const
export type RecallState = (typeof recallStates)[number]

export type Act = Readonly<{
  kind: 'approve_start' | 'start' | 'approve_end' | 'end' | 'abandon'
  version: number // of what is meant, when it was done
  byId: string | null // null for a program
}>

export function stateOf(acts: readonly Act[]): RecallState {
  const done = (kind: Act['kind']) => acts.some((act) => act.kind === kind)
  if (done('abandon')) return 'abandoned'
  if (done('end')) return 'ended'
  return done('start') ? 'running' : 'draft'
}

export type Going = Readonly<{
  acts: readonly Act[]
  version: number // that stands now
  twoPeople: boolean
  byId: string | null // who wants to go on; null is a program
}>

/**
 * Whether somebody else is needed first. An approval is of one version: who approved, approved that and nothing wider. A program is nobody's second person, and
 * needs none where one person is enough.
 */
export function needsSecond(going: Going, step: 'start' | 'end'): boolean {
  if (!going.twoPeople) return false
  const approvals = going.acts.filter(({ kind, version }) => kind === `approve_${step}` && version === going.version)
  return !approvals.some(({ byId }) => byId !== null && byId !== going.byId) || going.byId === null
}
