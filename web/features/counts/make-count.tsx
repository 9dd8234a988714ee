import { Checkbox, Modal, NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { abcDefinition } from '#domain/counts/abc-classes.ts'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewCount } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'

type MakeCountProps = Readonly<{ opened: boolean; onClose: () => void }>
type Values = Readonly<{
  warehouse: string | null
  of: NewCount['of']
  names: string
  class: 'A' | 'B' | 'C'
  classBy: 'units' | 'value'
  sample: number | string
  blind: boolean
  counter: string
}>
const first: Values = {
  warehouse: null,
  of: 'bins',
  names: '',
  class: 'A',
  classBy: 'units',
  sample: 10,
  blind: true,
  counter: '',
}

/** Codes as people write them one after another. */
const listed = (names: string): string[] =>
  names
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

function bodyOf({ of, names, class: letter, classBy, sample, blind, counter }: Values, warehouse: string): NewCount {
  const list = listed(names)
  const chosen = {
    bins: list.length > 0 ? { bins: list } : {},
    products: { products: list },
    batches: { batches: list },
    class: { class: letter, classBy },
    random: { sample: Number(sample) },
  }[of]
  return { warehouse, of, blind, ...chosen, ...given({ counter: counter.trim() }) }
}

function isLacking({ of, names, sample }: Values): boolean {
  if (of === 'random') return Number(sample) < 1
  return (of === 'products' || of === 'batches') && listed(names).length === 0
}

export function MakeCount({ opened, onClose }: MakeCountProps) {
  const navigate = useNavigate()
  const only = useWarehouses().data?.[0]?.code ?? null
  const [values, setValues] = useState(first)
  const make = useWrite(
    (body: NewCount, key) => answerOf(api.POST('/v1/counts', { body, headers: intent(key) })),
    ({ id }) => void navigate({ to: '/counts/$ref', params: { ref: id } }),
  )
  const warehouse = values.warehouse ?? only
  const change = (part: Partial<Values>) => {
    make.forget()
    setValues({ ...values, ...part })
  }
  return (
    <Modal opened={opened} onClose={onClose} title="New count">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          make.send(bodyOf(values, warehouse ?? ''))
        }}
      >
        <Stack gap="md">
          <WarehouseSelect required value={warehouse} onChange={(code) => change({ warehouse: code })} />
          <OfFields values={values} onChange={change} />
          <TextInput
            label="Who counts"
            placeholder="Anyone"
            maxLength={200}
            value={values.counter}
            onChange={({ currentTarget: { value } }) => change({ counter: value })}
          />
          <Checkbox
            label="Blind"
            description="Whoever counts is not told what is expected, and books nothing"
            checked={values.blind}
            onChange={({ currentTarget: { checked } }) => change({ blind: checked })}
          />
          <DialogFoot
            problem={make.problem}
            onLeave={onClose}
            sending={make.sending}
            disabled={warehouse === null || isLacking(values)}
          >
            Make the count
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

const kinds = [
  { value: 'bins', label: 'Bins' },
  { value: 'products', label: 'Products' },
  { value: 'batches', label: 'Batches' },
  { value: 'class', label: 'An ABC class' },
  { value: 'random', label: 'Bins at random' },
]
const namesOf: Partial<Record<NewCount['of'], { label: string; description: string }>> = {
  bins: { label: 'Bins', description: 'Their codes with commas between; all with stock where none is named' },
  products: { label: 'Products', description: 'Their SKUs with commas between; they are counted wherever they lie' },
  batches: { label: 'Batches', description: 'Their codes with commas between; they are counted wherever they lie' },
}

type FieldsProps = Readonly<{ values: Values; onChange: (part: Partial<Values>) => void }>

function OfFields({ values, onChange }: FieldsProps) {
  const names = namesOf[values.of]
  return (
    <>
      <Select
        label="What is counted"
        data={kinds}
        allowDeselect={false}
        value={values.of}
        onChange={(of) => onChange({ of: (of ?? 'bins') as NewCount['of'] })}
      />
      {names ? (
        <TextInput
          {...names}
          value={values.names}
          onChange={(event) => onChange({ names: event.currentTarget.value })}
        />
      ) : null}
      {values.of === 'class' ? <ClassFields values={values} onChange={onChange} /> : null}
      {values.of === 'random' ? (
        <NumberInput
          label="How many bins"
          description="Drawn from all with stock, each as likely as any other. The seed is kept: it draws the same bins again"
          min={1}
          max={10_000}
          value={values.sample}
          onChange={(sample) => onChange({ sample })}
        />
      ) : null}
    </>
  )
}

const ClassFields = ({ values, onChange }: FieldsProps) => (
  <>
    <SegmentedControl
      aria-label="Class"
      data={['A', 'B', 'C']}
      value={values.class}
      onChange={(letter) => onChange({ class: letter as Values['class'] })}
    />
    <SegmentedControl
      aria-label="Measured by"
      data={[
        { value: 'units', label: 'Units shipped in 90 days' },
        { value: 'value', label: 'Value shipped in 90 days' },
      ]}
      value={values.classBy}
      onChange={(by) => onChange({ classBy: by as Values['classBy'] })}
    />
    <Text fz="sm" c="dimmed">
      {abcDefinition(values.classBy)}
    </Text>
  </>
)
