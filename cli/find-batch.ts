/**
 * cli/find-batch.ts — from what a person calls a batch, its code or its id, to the one batch that is meant.
 */
import { createInterface } from 'node:readline/promises'
import { type Api, firstRows } from './api.ts'
import { exitCodes, Failure, wrongUse } from './failure.ts'
import type { Session } from './session.ts'
import { table } from './table.ts'

export type FoundBatch = Readonly<{
  id: string
  code: string
  sku: string
  productName: string
  expiresOn: string | null
  supplierName: string | null
}>

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const listMax = 50

/** Asks where a code fits several batches and a person is there to answer; fails with their list otherwise. */
export async function findBatch(session: Session, wanted: { batch: string; product?: string | undefined }) {
  const { batch, product } = wanted
  if (idForm.test(batch)) return session.api.get<FoundBatch>(`/v1/batches/${batch}`)
  const fitting = await batchesNamed(session.api, wanted)
  const [only] = fitting
  if (fitting.length === 1 && only) return told(session, batch, only)
  if (fitting.length === 0)
    throw new Failure(exitCodes.refused, `There is no batch "${batch}"${product ? ` of ${product}` : ''} here.`)
  const list = table(
    fitting.map((row, index) => ({ ...row, number: String(index + 1) })),
    [{ title: '', of: (row: FoundBatch & { number: string }) => row.number }, ...batchColumns],
  )
  if (!process.stdin.isTTY || session.json)
    throw wrongUse(`"${batch}" fits ${fitting.length} batches. Name one by its id, or add --product.\n${list}`)
  session.remark(`"${batch}" fits ${fitting.length} batches.\n${list}`)
  return chosen(fitting)
}

/** A code that it had, or that of a batch merged into it: whoever types it should know. */
function told(session: Session, called: string, batch: FoundBatch): FoundBatch {
  if (batch.code.toLowerCase() !== called.trim().toLowerCase())
    session.remark(`"${called}" is batch ${batch.code} now.`)
  return batch
}

async function batchesNamed(api: Api, { batch, product }: { batch: string; product?: string | undefined }) {
  const code = batch.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ')
  const called = await firstRows<FoundBatch>(api, '/v1/batches', { limit: listMax, query: { called: code, product } })
  if (called.items.length > 0) return called.items
  const { items } = await firstRows<FoundBatch>(api, '/v1/batches', { limit: 5000, query: { text: code, product } })
  return items.filter((row) => row.code.toLowerCase() === code.toLowerCase()).slice(0, listMax)
}

async function chosen(fitting: readonly FoundBatch[]): Promise<FoundBatch> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const batch = fitting[Number(await lines.question('Which one? ')) - 1]
    if (!batch) throw wrongUse('That is none of the numbers in the list.')
    return batch
  } finally {
    lines.close()
  }
}

export const batchColumns = [
  { title: 'Batch', of: ({ code }: FoundBatch) => code },
  { title: 'SKU', of: ({ sku }: FoundBatch) => sku },
  { title: 'Product', of: ({ productName }: FoundBatch) => productName },
  { title: 'Expires', of: ({ expiresOn }: FoundBatch) => expiresOn },
  { title: 'Supplier', of: ({ supplierName }: FoundBatch) => supplierName },
  { title: 'Id', of: ({ id }: FoundBatch) => id },
]
