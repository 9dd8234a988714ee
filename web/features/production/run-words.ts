/** web/features/production/run-words.ts — kinds of runs in words. */
import type { ExpiryRule } from '#domain/production/last-day.ts'
import type { Run } from '../../api/types.ts'

export type RunKind = Run['kind']

export const kindWords: Record<RunKind, string> = {
  produce: 'Produced',
  mix: 'Mixed',
  repack: 'Repacked',
  kit: 'Kits made',
  dekit: 'Kits taken apart',
  rework: 'Reworked',
}

export const runKinds = Object.keys(kindWords) as RunKind[]

export const expiryRuleWords: Record<ExpiryRule, string> = {
  as_stated: 'As stated or counted',
  min_of_inputs: 'No longer than what was used',
}
