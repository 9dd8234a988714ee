import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { BatchSelect } from '../../shared/batch-select.tsx'
import { FormLines, RemoveLine } from '../../shared/form-lines.tsx'
import { atLines, useFieldProblems } from '../../shared/form-problem.ts'
import type { KeptFile } from '../../shared/keep-file.ts'
import { MoneyInput } from '../../shared/money-input.tsx'
import { newKey } from '../../shared/new-key.ts'
import { Page, Section } from '../../shared/page.tsx'
import { PhotoButton, Photos } from '../../shared/photos.tsx'
import { PlacePicker } from '../../shared/place-picker.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { serialsIn } from '../../shared/serials-in.ts'
import { Loading, ProblemAlert } from '../../shared/states.tsx'
import { useLastWarehouse } from '../../shared/use-last-warehouse.ts'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'

type NewDisposal = NewBody<'/v1/disposals'>

const emptyLine = () => ({
  key: newKey(),
  product: '',
  batch: null as string | null,
  place: null as string | null,
  quantity: '' as number | string,
  serials: '',
})
const initialValues = (warehouse: string | null) => ({
  warehouse,
  reason: null as string | null,
  method: null as string | null,
  note: '',
  cost: '' as number | string,
  proofs: [] as KeptFile[],
  lines: [emptyLine()],
})
type Values = ReturnType<typeof initialValues>

const bodyOf = ({ warehouse, reason, method, note, cost, proofs, lines }: Values): NewDisposal => ({
  warehouse: warehouse ?? '',
  reason: reason ?? '',
  method: method ?? '',
  ...given({ note: note.trim() }),
  ...(cost === '' ? {} : { cost: Number(cost) }),
  proofs: proofs.map(({ id }) => id),
  lines: lines.map(({ product, batch, place, quantity, serials }) => ({
    product: product.trim(),
    quantity: Number(quantity),
    ...given({ batch, place }),
    serials: serialsIn(serials),
  })),
})

export function NewDisposalPage() {
  const last = useLastWarehouse()
  return (
    <Page
      title="Dispose of goods"
      about="Nothing moves before a witness has signed"
      back={{ to: '/disposals', label: 'Disposals' }}
    >
      {last.ready ? <FormShown warehouse={last.code} /> : <Loading />}
    </Page>
  )
}

function useDisposalForm(warehouse: string | null) {
  return useForm({ initialValues: initialValues(warehouse) })
}
type Form = ReturnType<typeof useDisposalForm>

function FormShown({ warehouse }: { warehouse: string | null }) {
  const form = useDisposalForm(warehouse)
  const navigate = useNavigate()
  const draft = useWrite(
    (body: NewDisposal, key) => answerOf(api.POST('/v1/disposals', { body, headers: intent(key) })),
    ({ id }) => void navigate({ to: '/disposals/$ref', params: { ref: id } }),
  )
  const elsewhere = useFieldProblems(form, draft.problem, (problem) =>
    atLines(
      problem,
      form.values.lines.map((_, at) => at),
    ),
  )
  return (
    <form onSubmit={form.onSubmit((values) => draft.send(bodyOf(values)))}>
      <WhyAndHow form={form} />
      <FormLines
        title="What is destroyed"
        lines={form.values.lines}
        onAdd={() => form.insertListItem('lines', emptyLine())}
      >
        {(index) => <Line form={form} index={index} />}
      </FormLines>
      <Stack gap="md">
        <Group align="flex-start">
          <PhotoButton
            label="Add proof"
            of="paper"
            onKept={(file) => form.setFieldValue('proofs', [...form.values.proofs, file])}
          />
          <Photos files={form.values.proofs} />
        </Group>
        <ProblemAlert problem={elsewhere} />
        <Group>
          <Button type="submit" loading={draft.sending}>
            Write it, to be signed
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function WhyAndHow({ form }: { form: Form }) {
  const choices = useQuery({
    queryKey: ['disposal-choices'],
    queryFn: () => answerOf(api.GET('/v1/disposal-choices')),
  })
  const { reasons = [], methods = [] } = choices.data ?? {}
  return (
    <Section title="Why and how">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <WarehouseSelect required {...form.getInputProps('warehouse')} />
        <Select label="Why" required searchable data={reasons} {...form.getInputProps('reason')} />
        <Select label="How" required searchable data={methods} {...form.getInputProps('method')} />
        <MoneyInput label="Cost" placeholder="as the receipts say" {...form.getInputProps('cost')} />
        <TextInput label="Note" {...form.getInputProps('note')} />
      </SimpleGrid>
    </Section>
  )
}

function Line({ form, index }: { form: Form; index: number }) {
  const { lines, warehouse } = form.values
  const warehouseId = useWarehouses().data?.find(({ code }) => code === warehouse)?.id
  const field = (name: string) => form.getInputProps(`lines.${index}.${name}`)
  return (
    <Group align="flex-start" gap="sm">
      <ProductPicker required flex="2 1 160px" {...field('product')} />
      <BatchSelect product={lines[index]?.product} flex="2 1 160px" clearable {...field('batch')} />
      <QuantityInput label="Quantity" required w={90} {...field('quantity')} />
      <PlacePicker
        warehouseId={warehouseId}
        valueIs="code"
        placeholder="Where it lies"
        clearable
        clearButtonProps={{ 'aria-label': 'No place' }}
        flex="1 1 130px"
        {...field('place')}
      />
      <TextInput label="Serials" placeholder="if it has any" flex="1 1 120px" {...field('serials')} />
      <RemoveLine isLast={lines.length === 1} onRemove={() => form.removeListItem('lines', index)} />
    </Group>
  )
}
