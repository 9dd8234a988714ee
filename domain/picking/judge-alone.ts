/**
 * domain/picking/judge-alone.ts — judges a pick where the server cannot be asked, by what the phone keeps of the wave and by the rules with
 * which the server judges it later.
 */
import { batchText, untrackedCode } from '../batch-code.ts'
import type { Label } from '../gs1/label.ts'
import { cutBoxWords, cutsBox } from '../packs.ts'
import { codeOn, judgeScan, type ScanRefusal, type Wanted } from './judge-scan.ts'
import { beyondTask } from './progress.ts'
import { scanWords } from './scan-words.ts'

/** A task of a wave as the phone keeps it. */
export type KeptTask = Wanted &
  Readonly<{
    orderLineId: string
    productName: string
    gtins: readonly string[]
    batchId: string
    placeCode: string
    packOf: number | null
    toPick: number
  }>
type Alone = Readonly<{ task: KeptTask; tasks: readonly KeptTask[]; label: Label; quantity: number }>

/**
 * What is wrong with the pick in words, or null where it may be taken. Another batch than planned is always refused here: whether it may stand
 * in, the server alone knows. An empty scan means what is planned.
 */
export function judgeAlone({ task, tasks, label, quantity }: Alone): string | null {
  return (label.text === '' ? null : otherMeant({ task, tasks, label })) ?? quantityRefused(task, quantity)
}

function otherMeant({ task, tasks, label }: Omit<Alone, 'quantity'>): string | null {
  const wanted = tasks.filter(({ orderLineId }) => orderLineId === task.orderLineId)
  const code = codeOn(label)
  const owned = tasks.find(({ gtins }) => label.gtin !== null && gtins.includes(label.gtin))
  const judged = judgeScan(label, {
    wanted,
    called: wanted.filter(({ batchCode }) => batchCode === code),
    owner: owned ? { id: owned.productId, sku: owned.sku, name: owned.productName } : null,
  })
  if (judged.refused) return refusedWords(judged.refused, owned === undefined)
  if ('withoutBatchOf' in judged) return task.batchCode === untrackedCode ? null : otherWords(task, label.text)
  return judged.batches.some(({ batchId }) => batchId === task.batchId) ? null : otherWords(task, code ?? label.text)
}

const otherWords = ({ batchCode }: KeptTask, scanned: string) =>
  `This is ${scanned}, planned is ${batchText(batchCode)}. Without the network only what is planned can be picked: leave it until the network is back.`

/** Of a product that is not in the wave, the phone knows no name. */
function refusedWords(refused: ScanRefusal, stranger: boolean): string {
  switch (refused.code) {
    case 'scan_unreadable':
      return scanWords.scan_unreadable(refused.facts)
    case 'scan_of_other':
      return stranger
        ? scanWords.scan_of_other({ ...refused.facts, is: `GTIN ${refused.facts.gtin}` })
        : scanWords.scan_of_other(refused.facts)
    case 'scan_without_batch':
      return scanWords.scan_without_batch(refused.facts)
  }
}

function quantityRefused({ toPick, packOf, batchCode, placeCode }: KeptTask, quantity: number): string | null {
  if (beyondTask(quantity, toPick)) return scanWords.pick_beyond_task({ asked: quantity, toPick })
  if (packOf !== null && cutsBox(quantity, packOf))
    return cutBoxWords({ where: 'Pick', batch: batchCode, place: placeCode, of: packOf, asked: quantity })
  return null
}
