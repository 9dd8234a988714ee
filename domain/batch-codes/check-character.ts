/**
 * domain/batch-codes/check-character.ts — one character by which a mistyped code is noticed: ISO/IEC 7064, MOD 37,36. It finds every character that was
 * taken for another, and nearly all that changed places with their neighbours.
 */
const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const modulus = characters.length

/** Of the letters and digits of a text, whatever their case; other characters do not count. One of `0`–`9` and `A`–`Z`. */
export function checkCharacter(text: string): string {
  const product = [...text.toUpperCase()]
    .map((character) => characters.indexOf(character))
    .filter((value) => value >= 0)
    .reduce((carried, value) => (((carried + value) % modulus || modulus) * 2) % (modulus + 1), modulus)
  return characters[(modulus + 1 - product) % modulus] ?? ''
}
