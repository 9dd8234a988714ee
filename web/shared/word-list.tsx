/**
 * web/shared/word-list.tsx — words to choose from, one a line, as a person keeps them.
 */
import { Textarea, type TextareaProps } from '@mantine/core'

type WordListProps = Omit<TextareaProps, 'value' | 'onChange'> &
  Readonly<{ value: string; onChange: (text: string) => void }>

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export function WordList({ onChange, ...props }: WordListProps) {
  return (
    <Textarea
      autosize
      minRows={4}
      description="One a line"
      onChange={(event) => onChange(event.currentTarget.value)}
      {...props}
    />
  )
}
