/**
 * web/features/receiving/receipt-line-fields.ts — what each part of a line of the receipt is given.
 */
import type { UseFormReturnType } from '@mantine/form'
import type { Product } from '../../api/types.ts'
import type { LineValues, ReceiptValues } from './receipt-values.ts'

export type ReceiptForm = UseFormReturnType<ReceiptValues>
export type LineFields = Readonly<{
  field: (name: keyof LineValues) => ReturnType<ReceiptForm['getInputProps']>
  line: LineValues
  product: Product | undefined
}>
