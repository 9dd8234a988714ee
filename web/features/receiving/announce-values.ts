/**
 * web/features/receiving/announce-values.ts — a shipment as it is announced, typed and sent.
 */
import type { UseFormReturnType } from '@mantine/form'
import { given } from '../../api/client.ts'
import type { InboundSummary, NewBody } from '../../api/types.ts'
import { newKey } from '../../shared/new-key.ts'

export const emptyLine = () => ({
  key: newKey(),
  product: '',
  quantity: '' as number | string,
  batch: '',
  expiresOn: null as string | null,
})
export const initialValues = () => ({
  number: '',
  kind: 'purchase_order' as InboundSummary['kind'],
  supplier: null as string | null,
  warehouse: null as string | null,
  expectedOn: null as string | null,
  lines: [emptyLine()],
})
type Values = ReturnType<typeof initialValues>
export type AnnounceForm = UseFormReturnType<Values>
export type NewInbound = NewBody<'/v1/inbounds'>

/** An empty line was left behind by the last Enter, and is not sent. */
export const isUntouched = ({ product, quantity, batch }: Values['lines'][number]) =>
  product.trim() === '' && quantity === '' && batch.trim() === ''

export const bodyOf = ({ lines, ...header }: Values): NewInbound => ({
  ...given(header),
  number: header.number.trim(),
  warehouse: header.warehouse ?? '',
  lines: lines
    .filter((line) => !isUntouched(line))
    .map(({ product, quantity, batch, expiresOn }) => ({
      ...given({ batch: batch.trim(), expiresOn }),
      product: product.trim(),
      quantity: Number(quantity),
    })),
})
