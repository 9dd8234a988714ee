/**
 * web/shared/new-password-input.tsx — a password that is being chosen: one that is too short is told at the field.
 */
import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useComplaint } from './use-complaint.ts'

/** As the server wants it. */
const lengthMin = 10

type NewPasswordInputProps = Omit<PasswordInputProps, 'value'> & Readonly<{ value?: string; also?: string }>

export function NewPasswordInput({ value = '', also, onChange, onBlur, error, ...props }: NewPasswordInputProps) {
  const isShort = value.length > 0 && value.length < lengthMin
  const complaint = useComplaint(isShort ? `It has ${value.length} characters and needs at least ${lengthMin}` : null)
  return (
    <PasswordInput
      description={`At least ${lengthMin} characters${also ? `; ${also}` : ''}`}
      autoComplete="new-password"
      required
      {...props}
      {...complaint.props}
      value={value}
      onChange={(event) => {
        complaint.typing()
        onChange?.(event)
      }}
      onBlur={(event) => {
        complaint.props.onBlur(event)
        onBlur?.(event)
      }}
      error={complaint.shown ?? error}
    />
  )
}
