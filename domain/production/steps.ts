/**
 * domain/production/steps.ts — runs that are written together, in an order in which one can make what another uses, in as few steps as that takes.
 */
export type Touches = Readonly<{ uses: readonly string[]; makes: readonly string[] }> // keys of batches

/**
 * Laws: what a run uses or makes, no earlier one makes in its step or a later one, and what it makes, no earlier one uses there; of those that use the
 * same, none comes in an earlier step than one that stood before it, nor before it in the same.
 */
export function inSteps<Run extends Touches>(runs: readonly Run[]): Run[][] {
  const steps: Run[][] = []
  const [used, made] = [new Map<string, number>(), new Map<string, number>()]
  for (const run of runs) {
    const at = Math.max(
      0,
      ...[...run.uses, ...run.makes].map((key) => (made.get(key) ?? -1) + 1),
      ...run.makes.map((key) => (used.get(key) ?? -1) + 1),
      ...run.uses.map((key) => used.get(key) ?? 0),
    )
    const step = steps[at]
    if (step) step.push(run)
    else steps[at] = [run]
    for (const key of run.uses) used.set(key, at)
    for (const key of run.makes) made.set(key, at)
  }
  return steps
}
