/**
 * web/features/notices/contact-field.tsx — how customers reach the account: asked before the first notice goes out without it.
 */
import { TextInput } from '@mantine/core'

type ContactProps = Readonly<{ value: string; onChange: (contact: string) => void }>

export const ContactField = ({ value, onChange }: ContactProps) => (
  <TextInput
    label="How customers reach you"
    description="Stands in every notice: a phone number, an e-mail address. It is kept in the settings."
    required
    maxLength={300}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)
