/**
 * web/features/orders/order-values.ts — an order as it is typed, and as it is sent.
 */
import type { UseFormReturnType } from '@mantine/form'
import { given } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { newKey } from '../../shared/new-key.ts'

export const emptyLine = () => ({
  key: newKey(),
  product: '',
  quantity: '' as number | string,
  pack: '',
  lifeDaysMin: '' as number | string,
  shortage: 'part' as 'part' | 'whole',
})
export const initialValues = () => ({
  number: '',
  customer: null as string | null,
  /** Said by the person: nobody is forgotten by mistake. */
  forNobody: false,
  channel: '',
  warehouse: null as string | null,
  deliverOn: null as string | null,
  priority: '' as number | string,
  shipTo: '',
  country: null as string | null,
  postalCode: '',
  service: null as string | null,
  note: '',
  lines: [emptyLine()],
})
export type LineValues = ReturnType<typeof emptyLine>
export type OrderValues = ReturnType<typeof initialValues>
export type OrderForm = UseFormReturnType<OrderValues>
export type NewOrder = NewBody<'/v1/orders'>

/** An empty line was left behind by the last Enter, and is not sent. */
export const isUntouched = ({ product, quantity }: LineValues): boolean => product.trim() === '' && quantity === ''

/** The places of the lines that are sent, among all of them. */
export const sentLines = (lines: readonly LineValues[]): number[] =>
  lines.flatMap((line, index) => (isUntouched(line) ? [] : [index]))

export const bodyOf = ({ lines, forNobody: _, priority, ...header }: OrderValues): NewOrder => ({
  ...given({
    ...header,
    number: header.number.trim(),
    channel: header.channel.trim(),
    postalCode: header.postalCode.trim(),
    note: header.note.trim(),
  }),
  ...(priority === '' ? {} : { priority: Number(priority) }),
  lines: lines
    .filter((line) => !isUntouched(line))
    .map(({ product, quantity, pack, lifeDaysMin, shortage }) => ({
      ...given({ pack }),
      product: product.trim(),
      quantity: Number(quantity),
      shortage,
      ...(lifeDaysMin === '' ? {} : { lifeDaysMin: Number(lifeDaysMin) }),
    })),
})
