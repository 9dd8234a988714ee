/**
 * web/features/returns/new-return-values.ts — a return as it is announced, typed and sent.
 */
import type { UseFormReturnType } from '@mantine/form'
import { given } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { newKey } from '../../shared/new-key.ts'

export const emptyLine = () => ({ key: newKey(), product: '', quantity: '' as number | string })
export const initialValues = () => ({
  number: '',
  customer: null as string | null,
  orderNumber: '',
  note: '',
  lines: [emptyLine()],
})
type Values = ReturnType<typeof initialValues>
export type NewReturnForm = UseFormReturnType<Values>
export type NewReturn = NewBody<'/v1/returns'>

/** An empty line was left behind by the last Enter, and is not sent. */
export const isUntouched = ({ product, quantity }: Values['lines'][number]) => product.trim() === '' && quantity === ''

export const sentLines = (lines: Values['lines']): number[] =>
  lines.flatMap((line, index) => (isUntouched(line) ? [] : [index]))

export const bodyOf = ({ lines, number, customer, orderNumber, note }: Values): NewReturn => ({
  ...given({ number: number.trim(), customer, orderNumber: orderNumber.trim(), note: note.trim() }),
  lines: lines
    .filter((line) => !isUntouched(line))
    .map(({ product, quantity }) => ({ product: product.trim(), quantity: Number(quantity) })),
})
