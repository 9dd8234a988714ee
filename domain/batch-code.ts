/**
 * domain/batch-code.ts — when two ways of writing a batch code are the same batch, and when a person must be asked.
 */

export type CodeProblem = Readonly<{ message: string }>

const lengthMax = 80

/** What the one batch of a product that is not tracked is called in the ledger. Nobody is shown it. */
export const untrackedCode = '-'

/** In a column, on paper or on a screen. */
export const batchText = (code: string): string => (code === untrackedCode ? 'no batch' : code)

/** In a sentence. */
export const batchName = (code: string): string => (code === untrackedCode ? 'goods without batch' : `batch ${code}`)

/** In a spreadsheet, where nothing is an empty cell. */
export const batchOnSheet = <Row extends { batchCode: string }>(row: Row): Row =>
  row.batchCode === untrackedCode ? { ...row, batchCode: '' } : row

/**
 * Full-width and other compatibility forms become the usual ones (NFKC), outer space goes, inner runs of space become one.
 * Case and leading zeros stay: GS1 batch text is case-sensitive (General Specifications §3.4.1), and "001" is not "1".
 */
export function normaliseBatchCode(text: string): { code: string; problems: CodeProblem[] } {
  const code = text.normalize('NFKC').trim().replace(/\s+/gu, ' ')
  const problems: CodeProblem[] = []
  if (code === '') problems.push({ message: 'must not be empty' })
  if (code.length > lengthMax) problems.push({ message: `must have at most ${lengthMax} characters` })
  if (/\p{C}/u.test(code))
    problems.push({ message: 'must not hold control or invisible characters; was part of the scan lost?' })
  return { code, problems }
}

const separators = /[\s\-_./]/g
const confusable: Readonly<Record<string, string>> = { o: '0', i: '1' }

/**
 * Codes with the same key could be taken for one another: other case, O for 0, I for 1, other separators. Digits are
 * otherwise kept apart, leading zeros too; L and 1 as well, for codes that begin with L for "lot" are everywhere.
 */
export function lookAlikeKey(code: string): string {
  const bare = code.replace(separators, '').toLowerCase()
  return bare.replace(/[oi]/g, (letter) => confusable[letter] ?? letter) || code
}
