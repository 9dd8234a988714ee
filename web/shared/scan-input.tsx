import { TextInput, type TextInputProps } from '@mantine/core'
import type { KeyboardEvent } from 'react'

type ScanInputProps = Omit<TextInputProps, 'value' | 'onChange'> &
  Readonly<{ value: string; onScan: (scan: string) => void }>

/** What ends a part of a GS1 code. A scanner that is a keyboard presses Ctrl and ] for it, which writes nothing by itself. */
const separator = '\u001d'

/** A field for what scanners send, to its last character. */
export function ScanInput({ value, onScan, ...props }: ScanInputProps) {
  const press = (event: KeyboardEvent) => {
    if (!event.ctrlKey || event.key !== ']') return
    event.preventDefault()
    onScan(value + separator)
  }
  return (
    <TextInput
      autoComplete="off"
      spellCheck={false}
      {...props}
      value={value}
      onKeyDown={press}
      onChange={({ currentTarget }) => onScan(currentTarget.value)}
    />
  )
}
