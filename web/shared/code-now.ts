/**
 * web/shared/code-now.ts — what an old label means: a code that a batch had, or that of a batch merged into it.
 */
import { answerOf, api } from '../api/client.ts'

type Known = Readonly<{ batchId: string; batchCode: string }>

/** The row's own code; null where the code means none of them, or nobody answers. To be asked for a code that none of them has. */
export async function codeNow(code: string, rows: readonly Known[]): Promise<string | null> {
  if (code.trim() === '') return null
  try {
    const { items } = await answerOf(api.GET('/v1/batches', { params: { query: { called: code.trim(), limit: 50 } } }))
    const ids = new Set(items.map(({ id }) => id))
    return rows.find(({ batchId }) => ids.has(batchId))?.batchCode ?? null
  } catch {
    return null
  }
}
