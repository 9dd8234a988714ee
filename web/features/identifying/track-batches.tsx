/**
 * web/features/identifying/track-batches.tsx — a product with stock begins to be tracked by batch: what would change, which batches its stock may be
 * of, and why.
 */
import { Button, Checkbox, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTags } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewBody, Product } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useMay } from '../../shared/may.tsx'
import { ProblemAlert, useLastFailure } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { CandidateFields } from './candidate-fields.tsx'
import { type CandidateValues, candidatesSent, emptyCandidate } from './track-values.ts'
import { WhatChanges } from './what-changes.tsx'

type Dates = Product['dates']
type TrackProps = Readonly<{ product: Pick<Product, 'id' | 'sku' | 'tracking'>; label: string }>

const dateChoices: readonly { value: Dates; label: string }[] = [
  { value: 'required', label: 'Every new batch needs a last day' },
  { value: 'optional', label: 'A batch may have a last day' },
  { value: 'none', label: 'It has no dates' },
]

export function TrackBatches({ product, label }: TrackProps) {
  const may = useMay('change products')
  const [opened, { open, close }] = useDisclosure(false)
  if (!may) return null
  return (
    <>
      <Button variant="default" leftSection={<IconTags size={15} />} onClick={open}>
        {label}
      </Button>
      {opened ? <TrackDialog product={product} onClose={close} /> : null}
    </>
  )
}

function usePreview(product: string, dates: Dates) {
  return useQuery({
    queryKey: ['identification-preview', product, dates],
    queryFn: () => answerOf(api.GET('/v1/identification-preview', { params: { query: { product, dates } } })),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

type Values = Readonly<{
  dates: Dates
  lines: readonly CandidateValues[]
  openToAny: boolean
  accept: boolean
  reason: string
}>

function useTracking(product: string) {
  const navigate = useNavigate()
  const [values, setValues] = useState<Values>({
    dates: 'required',
    lines: [emptyCandidate()],
    openToAny: true,
    accept: false,
    reason: '',
  })
  const tracking = useWrite(
    (body: NewBody<'/v1/identifications'>, key) =>
      answerOf(api.POST('/v1/identifications', { body, headers: intent(key) })),
    ({ id }) => void navigate({ to: '/identifying/$id', params: { id } }),
  )
  const change = (part: Partial<Values>) => {
    tracking.forget()
    setValues({ ...values, ...part })
  }
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    const { dates, lines, openToAny, accept, reason } = values
    const body = { product, dates, candidates: candidatesSent(lines), openToAny, reason: reason.trim() }
    tracking.send({ ...body, ...given({ accept: accept || undefined }) })
  }
  return { values, change, send, tracking }
}

function TrackDialog({
  product: { id, sku, tracking: now },
  onClose,
}: Omit<TrackProps, 'label'> & { onClose: () => void }) {
  const { values, change, send, tracking } = useTracking(id)
  const { dates, lines, openToAny, accept, reason } = values
  const preview = usePreview(id, dates)
  const failure = useLastFailure(preview.error)
  const { quantity = 0, barred } = preview.data ?? {}
  const asks = (barred?.quantity ?? 0) > 0
  return (
    <Modal opened onClose={onClose} size="lg" title={`Track the batches of ${sku}`}>
      <form onSubmit={send}>
        <Stack gap="md">
          <Text>
            What lies in stock is of batches that nobody wrote down. It goes on to be sold, and you find out bit by bit
            which batch each unit is: by counting, or by scanning its label.
          </Text>
          {now === 'none' ? <DatesSelect value={dates} onChange={(next) => change({ dates: next })} /> : null}
          {preview.data ? <WhatChanges of={preview.data} /> : <ProblemAlert problem={failure} />}
          {asks ? (
            <Checkbox
              label="These promises may be given back"
              checked={accept}
              onChange={({ currentTarget }) => change({ accept: currentTarget.checked })}
            />
          ) : null}
          <CandidateFields
            lines={lines}
            onLines={(next) => change({ lines: next })}
            openToAny={openToAny}
            onOpenToAny={(next) => change({ openToAny: next })}
          />
          <ReasonInput value={reason} onChange={(next) => change({ reason: next })} />
          <DialogFoot
            problem={tracking.problem}
            onLeave={onClose}
            sending={tracking.sending}
            disabled={reason.trim() === '' || quantity === 0 || (asks && !accept)}
          >
            Track batches from now on
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

const DatesSelect = ({ value, onChange }: Readonly<{ value: Dates; onChange: (dates: Dates) => void }>) => (
  <Select
    label="Dates"
    data={dateChoices}
    allowDeselect={false}
    value={value}
    onChange={(next) => onChange((next ?? 'required') as Dates)}
  />
)

const ReasonInput = ({ value, onChange }: Readonly<{ value: string; onChange: (reason: string) => void }>) => (
  <Textarea
    label="Reason"
    description="Stays in the audit"
    required
    autosize
    minRows={2}
    value={value}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
  />
)
