/**
 * server/platform/http/keywords.ts — what a schema changes of a request as it comes in, so that there is one way to write it
 * behind; documents leave these words out.
 */
import type { FuncKeywordDefinition } from 'ajv'
import { inSmallLetters } from '../references.ts'

const changing = (keyword: string, change: (text: string) => string): FuncKeywordDefinition => ({
  keyword,
  type: 'string',
  modifying: true,
  errors: false,
  validate: (_schema: unknown, text: string, _parent, at) => {
    if (at) at.parentData[at.parentDataProperty] = change(text)
    return true
  },
})

/** Behind the format: what is no instant is left for it to refuse. */
const toMilliseconds = (text: string): string => {
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? text : new Date(ms).toISOString()
}

export const keywords = [changing('toMilliseconds', toMilliseconds), changing('anyCase', inSmallLetters)]
export const ours: ReadonlySet<string> = new Set(['says', ...keywords.map(({ keyword }) => String(keyword))])
