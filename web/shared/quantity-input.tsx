/**
 * web/shared/quantity-input.tsx — a whole number, as it was typed: what is none is refused in words and stays to be mended.
 */
import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { quantityText } from './quantity.tsx'
import { type QuantityRead, readQuantity } from './read-quantity.ts'
import { useComplaint } from './use-complaint.ts'

type QuantityInputProps = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'min' | 'max'> &
  Readonly<{
    value?: number | string
    /** The number, though it may be out of bounds; the empty text while there is none. */
    onChange?: (quantity: number | '') => void
    min?: number
    max?: number
    beyondMax?: string
  }>

export function QuantityInput(given: QuantityInputProps) {
  const { value = '', onChange, onBlur, min = 1, max, beyondMax, error, ...props } = given
  const [typed, setTyped] = useState<string | null>(null)
  const read = (text: string) => readQuantity(text, { min, max, beyondMax })
  const own = typed === null ? null : read(typed)
  // Set from outside meanwhile: that is the newer word.
  const kept = own !== null && (value === '' || numberOf(own) === value) ? own : null
  const meant = kept ?? read(String(value))
  const complaint = useComplaint(meant.kind === 'refused' ? meant.says : null)
  const type = (text: string) => {
    setTyped(text)
    complaint.typing()
    onChange?.(numberOf(read(text)))
  }
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      {...props}
      {...complaint.props}
      value={(kept === null ? textOf(value) : typed) ?? ''}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={(event) => {
        complaint.props.onBlur(event)
        if (kept && numberOf(kept) !== '') setTyped(null)
        onBlur?.(event)
      }}
      error={complaint.shown ?? error}
    />
  )
}

const numberOf = (read: QuantityRead): number | '' => (read.kind === 'none' ? '' : (read.quantity ?? ''))
const textOf = (value: number | string) => (typeof value === 'number' ? quantityText(value) : value)
