/**
 * domain/imports/month-names.ts — months as people write them, in English, German, French, Spanish, Italian, Dutch and Portuguese.
 */
import { folded } from './folded.ts'

const names: readonly (readonly string[])[] = [
  ['january', 'januar', 'janner', 'janvier', 'enero', 'gennaio', 'januari', 'janeiro'],
  ['february', 'februar', 'fevrier', 'febrero', 'febbraio', 'februari', 'fevereiro'],
  ['march', 'marz', 'maerz', 'mars', 'marzo', 'maart', 'marco', 'mrt', 'mrz'],
  ['april', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mei', 'maio'],
  ['june', 'juni', 'juin', 'junio', 'giugno', 'junho'],
  ['july', 'juli', 'juillet', 'julio', 'luglio', 'julho'],
  ['august', 'aout', 'agosto', 'augustus'],
  ['september', 'septembre', 'septiembre', 'setiembre', 'settembre', 'setembro'],
  ['october', 'oktober', 'octobre', 'octubre', 'ottobre', 'outubro'],
  ['november', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dezember', 'decembre', 'diciembre', 'dicembre', 'dezembro'],
]

/** 1 to 12, of a name or of three letters or more of its beginning; null where it is none, or begins two ("jui"). */
export function monthNamed(word: string): number | null {
  const letters = folded(word)
  if (letters.length < 3) return null
  const found = names.flatMap((month, at) => (month.some((name) => name.startsWith(letters)) ? [at + 1] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}
