/**
 * web/shared/partner-picker.tsx — a customer or supplier by name or code; who may, adds one that is not there yet.
 */
import type { AutocompleteProps } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, given } from '../api/client.ts'
import type { Customer, Supplier } from '../api/types.ts'
import { useMay } from './may.tsx'
import { PartnerForm } from './partner-form.tsx'
import { type Looked, Picker } from './picker.tsx'

type Kind = 'customers' | 'suppliers'
type Partner = Pick<Customer | Supplier, 'code' | 'name'>
type PartnerPickerProps = Omit<AutocompleteProps, 'data' | 'value' | 'defaultValue' | 'onChange' | 'renderOption'> &
  Readonly<{ kind: Kind; value?: string | null; onChange?: (code: string | null) => void }>

const shownMax = 20
const words = { customers: ['customer', 'customers'], suppliers: ['supplier', 'suppliers'] } as const

function usePartners(kind: Kind, typed: string): Looked<Partner> {
  const [asked] = useDebouncedValue(typed, 150)
  const query = { ...given({ text: asked }), limit: shownMax }
  const { data, isPlaceholderData } = useQuery({
    queryKey: [kind, 'pick', asked],
    queryFn: () => answerOf(api.GET(`/v1/${kind}`, { params: { query } })),
    placeholderData: keepPreviousData,
    refetchInterval: false,
  })
  return { rows: data?.items ?? [], known: data !== undefined && asked === typed && !isPlaceholderData }
}

/** Its value is the partner's code, or null for as long as none is named. */
export function PartnerPicker({ kind, value = null, onChange, ...props }: PartnerPickerProps) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Partner | null>(null)
  const [adding, form] = useDisclosure(false)
  const mayAdd = useMay('change partners')
  const choose = (partner: Partner) => {
    setTyped('')
    setChosen(partner)
    onChange?.(partner.code)
  }
  return (
    <>
      <Picker
        placeholder="Name or code"
        clearable
        clearButtonProps={{ 'aria-label': 'Clear' }}
        {...props}
        text={value === null ? typed : chosen?.code === value ? chosen.name : value}
        settled={value !== null}
        looked={usePartners(kind, typed.trim())}
        optionOf={({ code, name: label }) => ({ value: code, label })}
        showOption={({ value: code, label }) => (
          <span>
            {label} <small>{code}</small>
          </span>
        )}
        words={words[kind]}
        onText={(text) => {
          setTyped(text)
          if (value !== null) onChange?.(null)
        }}
        onChoose={choose}
        {...(mayAdd ? { onAdd: form.open } : {})}
      />
      {adding ? (
        <PartnerForm kind={kind} opened partner={null} startName={typed.trim()} onClose={form.close} onSaved={choose} />
      ) : null}
    </>
  )
}
