/**
 * web/shared/found-picker.tsx — a batch, a lot or a receipt, scanned or typed as it is written on the goods.
 */
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import type { Found } from '../api/types.ts'
import { Picker } from './picker.tsx'

type FoundKind = 'batch' | 'lot' | 'receipt'
type FoundPickerProps = Readonly<{
  kind: FoundKind
  value: Found | null
  onChange: (found: Found | null) => void
}>

const words = {
  batch: ['batch', 'batches'],
  lot: ['lot', 'lots'],
  receipt: ['receipt', 'receipts'],
} as const
const labels = { batch: 'Batch', lot: 'Lot', receipt: 'Receipt' } as const

export function FoundPicker({ kind, value, onChange }: FoundPickerProps) {
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 150)
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['found', asked],
    queryFn: () => answerOf(api.GET('/v1/search', { params: { query: { q: asked } } })),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    refetchInterval: false,
  })
  const rows = asked === '' ? [] : (data?.items ?? []).filter((found) => found.kind === kind)
  return (
    <Picker
      label={labels[kind]}
      placeholder={kind === 'receipt' ? 'Number' : 'Scan, or type its code'}
      text={value?.title ?? typed}
      settled={value !== null}
      looked={{ rows, known: asked === typed.trim() && data !== undefined && !isPlaceholderData }}
      optionOf={({ title, detail }) => ({ value: `${title} · ${detail}`, label: title })}
      showOption={({ value: shown }) => <span>{shown}</span>}
      words={words[kind]}
      onText={(text) => {
        setTyped(text)
        if (value !== null) onChange(null)
      }}
      onChoose={(found) => {
        setTyped('')
        onChange(found)
      }}
    />
  )
}
