/**
 * web/features/recalls/add-part.tsx — one more thing that is meant: of which kind, and what names it.
 */
import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { RecallScope } from '../../api/types.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { FoundPicker } from '../../shared/found-picker.tsx'
import { PartnerPicker } from '../../shared/partner-picker.tsx'
import { PlacePicker } from '../../shared/place-picker.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import {
  emptyPart,
  isTyped,
  kindsOfParts,
  type PartKind,
  type PartValues,
  problemsOf,
  withPart,
} from './part-values.ts'
import { PasteNotice } from './paste-notice.tsx'

type Form = UseFormReturnType<PartValues>
type AddPartProps = Readonly<{ scope: RecallScope; onChange: (scope: RecallScope) => void; form: Form }>

/** Where it stands in a form that is sent, `whole` adds what was typed and not added: what somebody sees there is meant. */
export function useAddPart() {
  const form = useForm<PartValues>({ initialValues: emptyPart, validate: problemsOf })
  return {
    form,
    isTyped: isTyped(form.values),
    /** Null where it is not enough, which then stands at its field. */
    whole(scope: RecallScope): RecallScope | null {
      if (!isTyped(form.getValues())) return scope
      const { errors, hasErrors } = form.validate()
      const [first] = Object.keys(errors)
      if (first) form.getInputNode(first)?.focus()
      return hasErrors ? null : withPart(scope, form.getValues())
    },
  }
}

export function AddPart({ scope, onChange, form }: AddPartProps) {
  const { kind } = form.values
  const add = (values: PartValues) => {
    onChange(withPart(scope, values))
    form.setValues({ ...emptyPart, kind: values.kind })
  }
  const addTyped = () => {
    if (!form.validate().hasErrors) add(form.getValues())
  }
  return (
    <Stack gap="sm" role="group" aria-label="Add what is meant" onKeyDown={(event) => addByKey(event, addTyped)}>
      <Select
        label="Add"
        allowDeselect={false}
        data={Object.entries(kindsOfParts).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('kind')}
        onChange={(next) => form.setValues({ ...emptyPart, kind: (next ?? 'batch') as PartKind })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} key={kind}>
        {foundAlone.includes(kind) ? (
          <FoundPicker
            kind={kind === 'lot' ? 'lot' : 'batch'}
            value={null}
            onChange={(found) => found && add({ ...emptyPart, kind, found })}
          />
        ) : (
          <Fields form={form} />
        )}
      </SimpleGrid>
      <Group>
        {foundAlone.includes(kind) ? null : (
          <Button variant="default" leftSection={<IconPlus size={15} />} onClick={addTyped}>
            Add it
          </Button>
        )}
        <PasteNotice scope={scope} onChange={onChange} />
      </Group>
    </Stack>
  )
}

/** Nothing else is asked of these: what is scanned or chosen is added, and the next can be scanned. */
const foundAlone: readonly PartKind[] = ['batch', 'lot', 'except']

/** A scanner ends with Enter: that adds what was scanned, and does not send the form around it. */
function addByKey(event: KeyboardEvent<HTMLElement>, add: () => void): void {
  const { key, target } = event
  if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return
  event.preventDefault()
  if (target.type === 'text' && !target.readOnly && target.role !== 'combobox') add()
}

function Fields({ form }: { form: Form }) {
  const { kind } = form.values
  switch (kind) {
    case 'batch':
    case 'except':
    case 'lot':
      return null
    case 'receipt':
      return (
        <>
          <Receipt form={form} />
          <ProductPicker label="Only this product" {...form.getInputProps('product')} />
        </>
      )
    case 'serials':
      return (
        <>
          <ProductPicker {...form.getInputProps('product')} />
          <TextInput label="First serial" autoComplete="off" {...form.getInputProps('serialFrom')} />
          <TextInput label="Last serial" autoComplete="off" {...form.getInputProps('serialTo')} />
        </>
      )
    case 'supplier_lot':
      return (
        <>
          <TextInput label="Supplier's lot" autoComplete="off" {...form.getInputProps('supplierLot')} />
          <PartnerPicker kind="suppliers" label="Supplier" {...form.getInputProps('supplier')} />
        </>
      )
    case 'product':
      return (
        <>
          <ProductPicker {...form.getInputProps('product')} />
          <PartnerPicker kind="suppliers" label="Only from this supplier" {...form.getInputProps('supplier')} />
          <DayInput label="Made from" clearable {...form.getInputProps('producedFrom')} />
          <DayInput label="Made until" clearable {...form.getInputProps('producedTo')} />
        </>
      )
    case 'place':
      return <Lay form={form} />
  }
}

function Receipt({ form }: { form: Form }) {
  return (
    <div>
      <FoundPicker kind="receipt" value={form.values.found} onChange={(next) => form.setFieldValue('found', next)} />
      {form.errors.found ? (
        <Text c="var(--mantine-color-error)" fz="sm" mt={4} role="alert">
          {form.errors.found}
        </Text>
      ) : null}
    </div>
  )
}

function Lay({ form }: { form: Form }) {
  const { warehouse } = form.values
  const warehouseId = useWarehouses().data?.find(({ code }) => code === warehouse)?.id
  return (
    <>
      <WarehouseSelect
        {...form.getInputProps('warehouse')}
        onChange={(next) => form.setValues({ warehouse: next, place: null })}
      />
      <PlacePicker label="Only this place" valueIs="code" warehouseId={warehouseId} {...form.getInputProps('place')} />
      <TextInput label="From" type="datetime-local" {...form.getInputProps('from')} />
      <TextInput label="Until" type="datetime-local" {...form.getInputProps('to')} />
      <ProductPicker label="Only this product" {...form.getInputProps('product')} />
    </>
  )
}
