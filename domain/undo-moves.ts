/**
 * domain/undo-moves.ts — which moves are undone, and how far, where only a part of what was moved is taken back.
 */

/** What still stands of a move; `key` says what it moved, in the words of whoever asks. */
export type Standing = Readonly<{ id: string; key: string; quantity: number; serialIds: readonly string[] }>
/** Units of one key; of units with serials, these. */
export type ToUndo = Readonly<{ key: string; quantity: number; serialIds: readonly string[] }>
export type Undone = Readonly<{ id: string; quantity: number; serialIds: readonly string[] }>
/** `missing`: units that none of the moves had. */
export type Undoing = Readonly<{ undone: readonly Undone[]; missing: number }>

type Left = { quantity: number; serialIds: readonly string[] }

/**
 * Moves are taken in their order. Laws: of no move more is undone than stands of it, and only its own serials; what is undone
 * and what is missing add up to what was asked.
 */
export function undoMoves(moves: readonly Standing[], asked: readonly ToUndo[]): Undoing {
  const left = new Map<string, Left>(moves.map(({ id, quantity, serialIds }) => [id, { quantity, serialIds }]))
  let missing = 0
  for (const ask of asked) {
    let wanted = ask
    for (const { id } of moves.filter(({ key }) => key === ask.key)) wanted = takeFrom(left.get(id), wanted)
    missing += wanted.quantity
  }
  const undone = moves.flatMap(({ id, quantity, serialIds }) => {
    const rest = left.get(id) ?? { quantity: 0, serialIds: [] }
    const units = quantity - rest.quantity
    return units > 0 ? [{ id, quantity: units, serialIds: without(serialIds, rest.serialIds) }] : []
  })
  return { undone, missing }
}

/** Answers with what is still wanted. */
function takeFrom(move: Left | undefined, wanted: ToUndo): ToUndo {
  if (!move) return wanted
  const named = wanted.serialIds.length > 0
  const serialIds = named ? wanted.serialIds.filter((id) => move.serialIds.includes(id)) : []
  const units = named ? serialIds.length : Math.min(move.quantity, wanted.quantity)
  move.quantity -= units
  move.serialIds = without(move.serialIds, serialIds)
  return { ...wanted, quantity: wanted.quantity - units, serialIds: without(wanted.serialIds, serialIds) }
}

const without = (all: readonly string[], some: readonly string[]): string[] => {
  const gone = new Set(some)
  return all.filter((id) => !gone.has(id))
}
