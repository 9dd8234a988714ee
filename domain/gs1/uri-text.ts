/**
 * domain/gs1/uri-text.ts — text as it stands in the path or behind the question mark of an address (RFC 3986; `+` for a space is of queries only).
 */
export type UriPlace = 'path' | 'query'

/** Of characters up to 255, which is more than values may hold. */
export const escapeUri = (text: string, place: UriPlace): string =>
  text.replaceAll(/[^A-Za-z0-9\-._~]/g, (letter) =>
    letter === ' ' && place === 'query' ? '+' : `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )

/** A per cent sign without two hexadecimal digits stays. Nothing is left of a text that holds `%00`, which no value may. */
export function unescapeUri(text: string, place: UriPlace): string {
  if (text.includes('%00')) return ''
  const spaced = place === 'query' ? text.replaceAll('+', ' ') : text
  return spaced.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
}
