/**
 * web/shared/picker.tsx — one of many things by a name that is typed or scanned: the very name, or the only one that fits,
 * is taken when the field is left, and what fits nothing stays in the field with words.
 */
import { Anchor, Autocomplete, type AutocompleteProps, type ComboboxLikeRenderOptionInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { theMatch } from './the-match.ts'
import { useComplaint } from './use-complaint.ts'

type Option = Readonly<{ value: string; label: string }>
export type Looked<Row> = Readonly<{
  rows: readonly Row[]
  /** Whether they are for the text that stands in the field now. */
  known: boolean
}>
type Choosing<Row> = Readonly<{
  text: string
  /** What stands there is one of the things already. */
  settled: boolean
  looked: Looked<Row>
  optionOf: (row: Row) => Option
  /** One and many, for what is said of them. */
  words: readonly [one: string, many: string]
  onText: (text: string) => void
  onChoose: (row: Row) => void
  onAdd?: () => void
}>
type PickerProps<Row> = Omit<AutocompleteProps, 'data' | 'value' | 'defaultValue' | 'onChange' | 'renderOption'> &
  Choosing<Row> &
  Readonly<{ showOption?: (option: Option) => ReactNode }>

const addIt = '+ add'

export function Picker<Row>(given: PickerProps<Row>) {
  const { text, settled, looked, optionOf, words, onText, onChoose, onAdd, showOption, error, onBlur, ...props } = given
  const { complaint, add, ...choosing } = useChoosing(given)
  return (
    <Autocomplete
      autoComplete="off"
      spellCheck={false}
      openOnFocus={false}
      filter={({ options }) => options}
      {...(showOption ? { renderOption: ({ option }: OptionInput) => showOption(option as Option) } : {})}
      {...props}
      {...complaint.props}
      {...choosing}
      value={text}
      onBlur={(event) => {
        complaint.props.onBlur(event)
        onBlur?.(event)
      }}
      error={complaint.shown === null ? error : <Complaint says={complaint.shown} onAdd={add} />}
    />
  )
}
type OptionInput = ComboboxLikeRenderOptionInput<{ value: string; label?: string }>

function useChoosing<Row>({ text, settled, looked, optionOf, words, onText, onChoose, onAdd }: Choosing<Row>) {
  const typed = text.trim()
  const open = !settled && typed !== ''
  const match = open && looked.known ? theMatch(typed, looked.rows, (row) => Object.values(optionOf(row))) : null
  const pending = open && (!looked.known || match !== null)
  const add = open && !pending ? onAdd : undefined
  const complaint = useComplaint(open ? whatIsWrong(typed, looked.rows.length, { pending, words }) : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each name that was left standing
  useEffect(() => {
    if (complaint.left && match) onChoose(match)
  }, [complaint.left, match])
  const written = useRef(false)
  return {
    complaint,
    add,
    data: [...looked.rows.map(optionOf), ...(add ? [{ value: addIt, label: `Add "${typed}" …` }] : [])],
    'data-pending': pending || undefined,
    onOptionSubmit(value: string) {
      written.current = true
      const row = looked.rows.find((one) => optionOf(one).value === value)
      // At once, so that a scanner's Enter goes on from a field that is in order.
      if (row !== undefined) flushSync(() => onChoose(row))
      else add?.()
    },
    onChange(next: string) {
      // Mantine also writes the label of the option that was chosen.
      if (!written.current) onText(next)
      if (!written.current) complaint.typing()
      written.current = false
    },
    onKeyDown({ key }: { key: string }) {
      if (key === 'Enter' && match) flushSync(() => onChoose(match))
      if (key === 'Enter') complaint.leave()
    },
  }
}

type Said = Readonly<{ pending: boolean; words: readonly [string, string] }>

function whatIsWrong(typed: string, found: number, { pending, words: [one, many] }: Said): string {
  if (pending) return `Looking for "${typed}" …`
  return found === 0 ? `There is no ${one} "${typed}".` : `Several ${many} fit "${typed}": choose one.`
}

function Complaint({ says, onAdd }: { says: string; onAdd: (() => void) | undefined }) {
  return (
    <>
      {says}{' '}
      {onAdd ? (
        <Anchor component="button" type="button" fz="sm" fw={550} onClick={onAdd}>
          Add it
        </Anchor>
      ) : null}
    </>
  )
}
