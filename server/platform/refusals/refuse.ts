/**
 * server/platform/refusals/refuse.ts — what a refusal is: its status and one sentence a person understands.
 */
export type Words<Facts> = Readonly<{ status: number; says: (facts: Facts) => string }>

export const refuse = <Facts>(status: number, says: (facts: Facts) => string): Words<Facts> => ({ status, says })

export type Where = { where: string }
export type Wrong = { problems: readonly { at: string; message: string }[] }

export const an = (kind: string) => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`

/** From the place of a field in the request to words: `lines[2].expiresOn` is "Line 3, expires on". */
function placeInWords(at: string): string {
  const words = at
    .split('.')
    .map((part) => {
      const [, list = '', index] = /^(.*)\[(\d+)\]$/.exec(part) ?? []
      const name = (index === undefined ? part : list).replace(/([A-Z])/g, ' $1').toLowerCase()
      return index === undefined ? name : `${name.replace(/ies$/, 'y').replace(/s$/, '')} ${Number(index) + 1}`
    })
    .join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const first = (problems: Wrong['problems']) => {
  const [one] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  if (!one) return 'Something is missing or wrong.'
  const { at, message } = one
  const joined =
    at === '' ? message : `${placeInWords(at)}${/^(is|are|must|has|may|can)\b/.test(message) ? ' ' : ': '}${message}`
  return `${joined.replace(/\.$/, '')}${more}.`
}
