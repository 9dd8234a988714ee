export type FieldProblem = Readonly<{ at: string; message: string }>

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

/** Of a list of wrong fields: the first, and how many more. */
export function firstInWords(problems: readonly FieldProblem[]): string {
  const [one] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  if (!one) return 'Something is missing or wrong.'
  const { at, message } = one
  const joined =
    at === '' ? message : `${placeInWords(at)}${/^(is|are|must|has|may|can)\b/.test(message) ? ' ' : ': '}${message}`
  return `${joined.replace(/\.$/, '')}${more}.`
}
