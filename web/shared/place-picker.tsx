/**
 * web/shared/place-picker.tsx — a place where stock can lie, typed, scanned or chosen: what is no such place stays in the
 * field with words, for goods put into the wrong bin are found late.
 */
import type { AutocompleteProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, given } from '../api/client.ts'
import type { Place } from '../api/types.ts'
import { type Looked, Picker } from './picker.tsx'

type PlacePickerProps = Omit<AutocompleteProps, 'data' | 'value' | 'defaultValue' | 'onChange' | 'renderOption'> &
  Readonly<{
    warehouseId: string | undefined
    valueIs?: 'id' | 'code'
    value?: string | null
    onChange?: (value: string | null) => void
  }>

const physical = ['storage', 'dock', 'quarantine']

/** With all whose codes hold the text, so that the very one is among them. */
function usePlaces(warehouse: string | undefined, typed: string): Looked<Place> {
  const [asked] = useDebouncedValue(typed, 150)
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['places', warehouse, 'pick', asked],
    queryFn: () =>
      answerOf(api.GET('/v1/places', { params: { query: { ...given({ warehouse, text: asked }), limit: 500 } } })),
    enabled: warehouse !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: false,
  })
  const rows = (data?.items ?? []).filter(({ kind }) => physical.includes(kind))
  return { rows, known: data !== undefined && asked === typed && !isPlaceholderData }
}

/** Its value is the id or the code of the place, or null for as long as none is named. */
export function PlacePicker({ warehouseId, valueIs = 'id', value = null, onChange, ...props }: PlacePickerProps) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Place | null>(null)
  return (
    <Picker
      label="Place"
      openOnFocus
      limit={100}
      {...props}
      text={value === null ? typed : chosen?.[valueIs] === value ? chosen.code : value}
      settled={value !== null}
      looked={usePlaces(warehouseId, typed.trim())}
      optionOf={({ code, kind }) => ({ value: code, label: kind === 'storage' ? code : `${code} · ${kind}` })}
      words={['place', 'places']}
      onText={(text) => {
        setTyped(text)
        if (value !== null) onChange?.(null)
      }}
      onChoose={(place) => {
        setTyped('')
        setChosen(place)
        onChange?.(place[valueIs])
      }}
    />
  )
}
