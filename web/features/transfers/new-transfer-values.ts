/**
 * web/features/transfers/new-transfer-values.ts — a transfer as it is asked for, typed and sent.
 */
import type { UseFormReturnType } from '@mantine/form'
import { given } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { newKey } from '../../shared/new-key.ts'

/** What another page knows already. */
export type Asked = Readonly<{ from?: string; to?: string; product?: string; batch?: string; quantity?: number }>

export const emptyLine = () => ({
  key: newKey(),
  product: '',
  quantity: '' as number | string,
  batch: null as string | null,
  reason: '',
})
export const initialValues = ({ from, to, product = '', batch = '', quantity }: Asked) => ({
  from: from ?? (null as string | null),
  to: to ?? (null as string | null),
  note: '',
  approve: false,
  lines: [
    { ...emptyLine(), product, batch: batch === '' ? null : batch, quantity: quantity ?? ('' as number | string) },
  ],
})
type Values = ReturnType<typeof initialValues>
export type NewTransferForm = UseFormReturnType<Values>
export type NewTransfer = NewBody<'/v1/transfers'>

/** An empty line was left behind by the last Enter, and is not sent. */
export const isUntouched = ({ product, quantity }: Values['lines'][number]) => product.trim() === '' && quantity === ''

export const sentLines = (lines: Values['lines']): number[] =>
  lines.flatMap((line, index) => (isUntouched(line) ? [] : [index]))

export const bodyOf = ({ from, to, note, approve, lines }: Values): NewTransfer => ({
  ...given({ note: note.trim() }),
  ...(approve ? { approve } : {}),
  from: from ?? '',
  to: to ?? '',
  lines: lines
    .filter((line) => !isUntouched(line))
    .map(({ product, quantity, batch, reason }) => ({
      product: product.trim(),
      quantity: Number(quantity),
      ...given({ batch, reason: batch === null ? '' : reason.trim() }),
    })),
})
