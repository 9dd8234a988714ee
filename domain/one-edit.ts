/**
 * domain/one-edit.ts — how a code may have been meant that was typed with one mistake: a character that is wrong, missing or one too many, or two
 * neighbours that changed places.
 *
 * Every candidate is written out, some forty for each character: an index answers for a thousand of them within milliseconds, where nothing need be kept ready.
 */

/** What codes are made of, as they are looked for. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789-./_ '

/** Shorter, it would mean too much; longer, it was scanned. In characters. */
const length = { min: 4, max: 40 }

/** Law: whoever makes one mistake in a code of these characters finds it among these, the code itself left out. Small letters in, small letters out. */
export function oneEditsOf(code: string): string[] {
  const typed = [...code]
  if (typed.length < length.min || typed.length > length.max) return []
  const letters = new Set([...alphabet, ...typed])
  const meant = new Set<string>()
  for (let at = 0; at <= typed.length; at += 1) {
    const [before, here, after] = [typed.slice(0, at).join(''), typed[at] ?? '', typed.slice(at + 1).join('')]
    for (const letter of letters) meant.add(before + letter + here + after).add(before + letter + after)
    meant.add(before + after).add(before + after.slice(0, 1) + here + after.slice(1))
  }
  meant.delete(code)
  return [...meant]
}
