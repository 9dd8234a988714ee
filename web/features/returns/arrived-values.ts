/**
 * web/features/returns/arrived-values.ts — a return that nobody announced, typed and sent.
 */
import type { UseFormReturnType } from '@mantine/form'
import { given } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { newKey } from '../../shared/new-key.ts'
import { serialsIn } from '../../shared/serials-in.ts'
import type { ReturnKind } from './return-words.ts'

export const emptyLine = () => ({
  key: newKey(),
  product: '',
  quantity: '' as number | string,
  batch: '',
  serials: '',
  unlabelled: false,
})
export const initialValues = (warehouse: string | null) => ({
  kind: 'customer_return' as ReturnKind,
  orderNumber: '',
  customer: null as string | null,
  warehouse,
  note: '',
  lines: [emptyLine()],
})
type Values = ReturnType<typeof initialValues>
export type ArrivedForm = UseFormReturnType<Values>
export type Arrived = NewBody<'/v1/unannounced-returns'>

/** An empty line was left behind by the last Enter, and is not sent. */
export const isUntouched = ({ product, quantity, serials }: Values['lines'][number]) =>
  product.trim() === '' && quantity === '' && serials.trim() === ''

export const sentLines = (lines: Values['lines']): number[] =>
  lines.flatMap((line, index) => (isUntouched(line) ? [] : [index]))

export const bodyOf = ({ kind, orderNumber, customer, warehouse, note, lines }: Values): Arrived => ({
  kind,
  warehouse: warehouse ?? '',
  ...given({ orderNumber: orderNumber.trim(), customer, note: note.trim() }),
  lines: lines.filter((line) => !isUntouched(line)).map(lineOf),
})

function lineOf({ product, quantity, batch, serials, unlabelled }: Values['lines'][number]) {
  const codes = serialsIn(serials)
  return {
    ...given({ product: product.trim(), batch: unlabelled ? '' : batch.trim() }),
    ...(quantity === '' ? {} : { quantity: Number(quantity) }),
    ...(codes.length > 0 ? { serials: codes } : {}),
    ...(unlabelled ? { unlabelled } : {}),
  }
}
