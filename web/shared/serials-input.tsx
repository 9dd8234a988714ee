/**
 * web/shared/serials-input.tsx — the serials of units, scanned one after another.
 */
import { Textarea, type TextareaProps } from '@mantine/core'

type SerialsInputProps = Omit<TextareaProps, 'value' | 'onChange'> &
  Readonly<{ value: string; onChange: (text: string) => void }>

export const SerialsInput = ({ value, onChange, ...more }: SerialsInputProps) => (
  <Textarea
    label="Serials"
    placeholder="One a line, or S-001..S-100"
    autosize
    value={value}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
    {...more}
  />
)
