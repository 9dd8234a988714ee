/**
 * web/features/receiving/lot-picker.tsx — the lot that all batches of a receipt are put into; a new one is made on the spot.
 */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import { Picker } from '../../shared/picker.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

type LotPickerProps = Readonly<{ value: string | null; onChange: (code: string | null) => void }>

const shownMax = 20

export function LotPicker({ value, onChange }: LotPickerProps) {
  const [typed, setTyped] = useState('')
  const lots = useQuery({
    queryKey: ['lots', 'pick'],
    queryFn: () => answerOf(api.GET('/v1/lots', { params: { query: { limit: 500 } } })),
  })
  const add = useWrite(
    (code: string, key) => answerOf(api.POST('/v1/lots', { body: { code }, headers: intent(key) })),
    ({ code }) => onChange(code),
  )
  const text = typed.trim().toLowerCase()
  const rows = (lots.data?.items ?? []).filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(text))
  return (
    <>
      <Picker
        label="Lot"
        placeholder="None"
        clearable
        clearButtonProps={{ 'aria-label': 'No lot' }}
        limit={shownMax}
        text={value ?? typed}
        settled={value !== null}
        looked={{ rows, known: lots.data !== undefined }}
        optionOf={({ code, name }) => ({ value: code, label: name ? `${code} ${name}` : code })}
        words={['lot', 'lots']}
        onText={(next) => {
          setTyped(next)
          if (value !== null) onChange(null)
        }}
        onChoose={({ code }) => onChange(code)}
        onAdd={() => add.send(typed.trim())}
      />
      <ProblemAlert problem={add.problem} />
    </>
  )
}
