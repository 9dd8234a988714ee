/**
 * domain/remembered.ts — answers that are worked out once, however many ask the same.
 */

/** Two ask the same where their keys are equal as keys of a map; without `keyOf`, where they are one object. */
export function remembered<Ask, Answer>(
  answer: (ask: Ask) => Answer,
  keyOf: (ask: Ask) => unknown = (ask) => ask,
): (ask: Ask) => Answer {
  const known = new Map<unknown, Answer>()
  return (ask) => {
    const key = keyOf(ask)
    const before = known.get(key)
    if (before !== undefined) return before
    const found = answer(ask)
    known.set(key, found)
    return found
  }
}
