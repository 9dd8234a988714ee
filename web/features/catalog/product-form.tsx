/**
 * web/features/catalog/product-form.tsx — how a product is counted, dated, tracked and given out.
 */
import { ActionIcon, Button, Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { normaliseGtin } from '#domain/gs1/check-digit.ts'
import type { Problem } from '../../api/problem.ts'
import type { NewProduct, Product } from '../../api/types.ts'
import { ClientSelect } from '../../shared/client-select.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { CategoryInput } from '../../shared/name-in-use.tsx'
import { Section } from '../../shared/page.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { KitFields, type KitPartValues } from './kit-fields.tsx'
import {
  arrivalWords,
  dateWords,
  gtinText,
  identityWords,
  options,
  ownGtin,
  packsOf,
  rotationWords,
  trackingWords,
  unitWords,
} from './product-words.ts'
import { StorageFields } from './storage-fields.tsx'

type Days = number | string
type PackValues = { name: string; quantity: Days; gtin: string }
export type ProductValues = {
  sku: string
  name: string
  category: string
  client: string | null
  baseUnit: Product['baseUnit']
  tracking: Product['tracking']
  dates: Product['dates']
  batchIdentity: Product['batchIdentity']
  rotation: Product['rotation']
  lifeDays: Days
  receiptLifeDaysMin: Days
  receiptLifeAction: Product['receiptLifeAction']
  deliveryLifeDaysMin: Days
  deliveryLifePercentMin: Days
  storage: Product['storage']
  hazard: Product['hazard']
  allergens: Product['allergens']
  prescription: boolean
  /** Of a single unit. */
  gtin: string
  packs: PackValues[]
  /** What one of it is made of; empty where it is no kit. */
  kit: KitPartValues[]
}
type ProductFields = UseFormReturnType<ProductValues>

export const newProductValues = (): ProductValues => ({
  sku: '',
  name: '',
  category: '',
  client: null,
  baseUnit: 'each',
  tracking: 'batch',
  dates: 'required',
  batchIdentity: 'product',
  rotation: 'fefo',
  lifeDays: '',
  receiptLifeDaysMin: '',
  receiptLifeAction: 'accept',
  deliveryLifeDaysMin: '',
  deliveryLifePercentMin: '',
  storage: null,
  hazard: null,
  allergens: [],
  prescription: false,
  gtin: '',
  packs: [],
  kit: [],
})

export const valuesOf = (product: Product): ProductValues => ({
  ...newProductValues(),
  ...Object.fromEntries(
    Object.entries(product).filter(([name, value]) => name in newProductValues() && value !== null),
  ),
  client: product.clientId,
  gtin: ownGtin(product) ?? '',
  packs: packsOf(product).map(({ name, quantity, gtin }) => ({ name, quantity, gtin: gtin ? gtinText(gtin) : '' })),
  kit: product.kit.map(({ sku, quantity }) => ({ product: sku, quantity })),
})

const blank = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())
const number = (typed: Days): number | null => (typed === '' ? null : Number(typed))

/** What is sent: an empty number is "no rule", which is not the same as 0. */
export const bodyOf = ({ gtin, packs, kit, ...values }: ProductValues): NewProduct => ({
  ...values,
  sku: values.sku.trim(),
  name: values.name.trim(),
  lifeDays: number(values.lifeDays),
  receiptLifeDaysMin: number(values.receiptLifeDaysMin),
  deliveryLifeDaysMin: number(values.deliveryLifeDaysMin),
  deliveryLifePercentMin: number(values.deliveryLifePercentMin),
  gtin: blank(gtin),
  packs: packs.map((pack) => ({ name: pack.name.trim(), quantity: Number(pack.quantity), gtin: blank(pack.gtin) })),
  kit:
    kit.length === 0
      ? null
      : kit.map(({ product, quantity }) => ({ product: product.trim(), quantity: Number(quantity) })),
})

/** What would only be refused after the whole form is filled in. */
const validate = {
  gtin: gtinProblem,
  packs: {
    quantity: (quantity: Days) => (Number(quantity) >= 2 ? null : 'A pack holds at least 2'),
    gtin: gtinProblem,
  },
}

/** A moment after the field is left: a message that pushes a button away below the pointer would swallow its click. */
const checkedOnLeaving = (form: ProductFields, path: string) => ({
  ...form.getInputProps(path),
  onBlur: () => setTimeout(() => form.validateField(path), 200),
})

function gtinProblem(typed: string): string | null {
  if (typed.trim() === '') return null
  const read = normaliseGtin(typed.trim())
  return read.ok ? null : read.problem
}

type ProductFormProps = Readonly<{
  initial: ProductValues
  isNew: boolean
  submit: string
  sending: boolean
  problem: Problem | null
  onSubmit: (values: ProductValues) => void
  aside?: ReactNode
}>

export function ProductForm({ initial, isNew, submit, sending, problem, onSubmit, aside }: ProductFormProps) {
  const form = useForm({ initialValues: initial, validate })
  const elsewhere = useFieldProblems(form, problem)
  return (
    <form onSubmit={form.onSubmit(onSubmit)}>
      <NameFields form={form} isNew={isNew} />
      <KitFields
        kit={form.values.kit}
        field={(path) => form.getInputProps(path)}
        onAdd={(part) => form.insertListItem('kit', part)}
        onRemove={(index) => form.removeListItem('kit', index)}
      />
      {form.values.kit.length > 0 ? null : (
        <>
          <TrackingFields form={form} />
          <LifeFields form={form} />
          <StorageFields field={(name, options) => form.getInputProps(name, options)} />
        </>
      )}
      <PackFields form={form} />
      <Stack gap="md">
        <ProblemAlert problem={elsewhere} />
        <Group justify="space-between">
          <Button type="submit" loading={sending}>
            {submit}
          </Button>
          {aside}
        </Group>
      </Stack>
    </form>
  )
}

const columns = { base: 1, xs: 2, md: 3 }

function NameFields({ form, isNew }: { form: ProductFields; isNew: boolean }) {
  return (
    <Section title="What it is">
      <SimpleGrid cols={columns}>
        <TextInput label="SKU" required autoFocus={isNew} {...form.getInputProps('sku')} />
        <TextInput label="Name" required {...form.getInputProps('name')} />
        <TextInput
          label="GTIN"
          placeholder="the number below its bar code"
          inputMode="numeric"
          {...checkedOnLeaving(form, 'gtin')}
        />
        <CategoryInput {...form.getInputProps('category')} />
        <ClientSelect
          placeholder="Our own"
          clearButtonProps={{ 'aria-label': 'Our own' }}
          {...form.getInputProps('client')}
        />
        <Select
          label="Counted in"
          description={isNew ? 'Cannot be changed later' : 'Was fixed when the product was added'}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          disabled={!isNew}
          data={options(unitWords)}
          {...form.getInputProps('baseUnit')}
        />
      </SimpleGrid>
    </Section>
  )
}

function TrackingFields({ form }: { form: ProductFields }) {
  return (
    <Section title="Batches">
      <SimpleGrid cols={columns}>
        <Select label="Tracked by" data={options(trackingWords)} {...form.getInputProps('tracking')} />
        <Select label="Goes out first" data={options(rotationWords)} {...form.getInputProps('rotation')} />
        <Select label="What makes a batch" data={options(identityWords)} {...form.getInputProps('batchIdentity')} />
      </SimpleGrid>
    </Section>
  )
}

function LifeFields({ form }: { form: ProductFields }) {
  const days = { min: 0, placeholder: 'no rule' }
  return (
    <Section title="Life">
      <SimpleGrid cols={columns}>
        <Select label="Dates" data={options(dateWords)} {...form.getInputProps('dates')} />
        <NumberInput
          label="Shelf life from production, in days"
          {...days}
          placeholder="not known"
          min={1}
          {...form.getInputProps('lifeDays')}
        />
        <div />
        <NumberInput label="Least life on receipt, in days" {...days} {...form.getInputProps('receiptLifeDaysMin')} />
        <Select
          label="What comes with less"
          disabled={form.values.receiptLifeDaysMin === ''}
          data={options(arrivalWords)}
          {...form.getInputProps('receiptLifeAction')}
        />
        <div />
        <NumberInput
          label="Least life for customers, in days"
          {...days}
          {...form.getInputProps('deliveryLifeDaysMin')}
        />
        <NumberInput
          label="Least share of its life for customers, in %"
          min={0}
          max={100}
          placeholder="no rule"
          {...form.getInputProps('deliveryLifePercentMin')}
        />
      </SimpleGrid>
    </Section>
  )
}

function PackFields({ form }: { form: ProductFields }) {
  const add = () => form.insertListItem('packs', { name: '', quantity: '', gtin: '' })
  return (
    <Section
      title="Packs"
      aside={
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
          Add a pack
        </Button>
      }
    >
      {form.values.packs.length === 0 ? (
        <Text c="dimmed">A case of 12, a pallet of 480 … each with a GTIN of its own where it has one.</Text>
      ) : null}
      <Stack gap="sm">
        {form.values.packs.map((_, index) => (
          <Group key={String(index)} align="flex-end" gap="sm" wrap="wrap">
            <TextInput label="Pack" required flex="1 1 120px" {...form.getInputProps(`packs.${index}.name`)} />
            <NumberInput label="Holds" required min={2} w={110} {...form.getInputProps(`packs.${index}.quantity`)} />
            <TextInput
              label="GTIN"
              inputMode="numeric"
              flex="1 1 140px"
              {...checkedOnLeaving(form, `packs.${index}.gtin`)}
            />
            <ActionIcon size={36} aria-label="Remove this pack" onClick={() => form.removeListItem('packs', index)}>
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
    </Section>
  )
}
