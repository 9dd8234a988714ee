/**
 * server/platform/problems-in-words.ts — what is wrong with the fields of a request, for a person who sees none of their names.
 */
export type WrongField = Readonly<{ at: string; message: string }>

/** From the place of a field in the request to words: `lines[2].expiresOn` is "Line 3, expires on". */
function placeInWords(at: string): string {
  const words = at
    .split('.')
    .map((part) => {
      const [, list = '', index] = /^(.*)\[(\d+)\]$/.exec(part) ?? []
      const name = (index === undefined ? part : list).replace(/([A-Z])/g, ' $1').toLowerCase()
      return index === undefined ? name : `${name.replace(/s$/, '')} ${Number(index) + 1}`
    })
    .join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The first of them in a sentence, and how many more there are. */
export function problemsInWords(problems: readonly WrongField[]): string {
  const [one] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  if (!one) return 'Something is missing or wrong.'
  const { at, message } = one
  const joined =
    at === '' ? message : `${placeInWords(at)}${/^(is|are|must|has|may|can)\b/.test(message) ? ' ' : ': '}${message}`
  return `${joined.replace(/\.$/, '')}${more}.`
}
