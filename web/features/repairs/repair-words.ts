/** web/features/repairs/repair-words.ts — a repair in a sentence. */
import { batchName } from '#domain/batch-code.ts'
import type { Repair } from '../../api/types.ts'
import { dateKindWords } from '../../shared/date-kinds.ts'
import { isoDayInWords } from '../../shared/date-text.tsx'
import { countOf } from '../../shared/quantity.tsx'

export const repairWords: Readonly<Record<Repair['kind'], string>> = {
  merge: 'merged',
  split: 'split',
  rename: 'renamed',
  date: 'date corrected',
}

export function whatWords({ kind, otherCode, codeBefore, codeAfter, quantity, ...repair }: Repair): string {
  if (kind === 'merge') return `${repair.batchCode} is ${otherCode}: ${countOf(quantity, 'unit')} went over`
  if (kind === 'rename') return `${codeBefore} is called ${codeAfter}`
  if (kind === 'split')
    return repair.parts
      .map((part) => `${countOf(part.quantity, 'unit')} of ${repair.batchCode} became ${part.batchCode}`)
      .join(', ')
  const { dateKind, dateBefore, dateAfter } = repair
  const day = (on: string | null) => (on === null ? 'none' : isoDayInWords(on))
  return `${dateKind ? dateKindWords[dateKind] : 'Date'}: ${day(dateBefore)} → ${day(dateAfter)}`
}

/** Once it is done. */
export function doneWords(repair: Repair): string {
  const { kind, number, batchCode, otherCode, codeAfter, parts } = repair
  if (kind === 'merge') return `${number}: ${batchCode} is ${otherCode} from now on.`
  if (kind === 'rename') return `${number}: it is called ${codeAfter} from now on.`
  if (kind === 'split') return `${number}: ${parts.map((part) => batchName(part.batchCode)).join(', ')} made.`
  return `${number}: the date of ${batchName(batchCode)} stands.`
}
