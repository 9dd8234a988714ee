import { ActionIcon, Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useRef } from 'react'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { InboundSummary, NewBody } from '../../api/types.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { enterGoesOn, goToNewLine, useFirstStep } from '../../shared/enter-goes-on.ts'
import { atLines, useFieldProblems } from '../../shared/form-problem.ts'
import { newKey } from '../../shared/new-key.ts'
import { Page, Section } from '../../shared/page.tsx'
import { PartnerPicker } from '../../shared/partner-picker.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { Loading, ProblemAlert } from '../../shared/states.tsx'
import { useLastWarehouse } from '../../shared/use-last-warehouse.ts'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import { inboundKinds } from './inbound-pages.tsx'

const emptyLine = () => ({
  key: newKey(),
  product: '',
  quantity: '' as number | string,
  batch: '',
  expiresOn: null as string | null,
})
const initialValues = () => ({
  number: '',
  kind: 'purchase_order' as InboundSummary['kind'],
  supplier: null as string | null,
  warehouse: null as string | null,
  expectedOn: null as string | null,
  lines: [emptyLine()],
})
type Values = ReturnType<typeof initialValues>
type Form = UseFormReturnType<Values>
type Body = NewBody<'/v1/inbounds'>

const isUntouched = ({ product, quantity, batch }: Values['lines'][number]) =>
  product.trim() === '' && quantity === '' && batch.trim() === ''

const bodyOf = ({ lines, ...header }: Values): Body => ({
  ...given(header),
  number: header.number.trim(),
  warehouse: header.warehouse ?? '',
  lines: lines
    .filter((line) => !isUntouched(line))
    .map(({ product, quantity, batch, expiresOn }) => ({
      ...given({ batch: batch.trim(), expiresOn }),
      product: product.trim(),
      quantity: Number(quantity),
    })),
})

export function AnnouncePage() {
  const last = useLastWarehouse()
  return (
    <Page title="Announce a shipment" back={{ to: '/inbounds', label: 'Inbound' }}>
      {last.ready ? <AnnounceForm warehouse={last.code} asLastTime={last.says} /> : <Loading />}
    </Page>
  )
}

function AnnounceForm({ warehouse, asLastTime }: { warehouse: string | null; asLastTime: string | null }) {
  const form = useForm({ initialValues: { ...initialValues(), warehouse } })
  const within = useRef<HTMLFormElement>(null)
  const navigate = useNavigate()
  const announce = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/inbounds', { body, headers: intent(key) })),
    ({ id }) => void navigate({ to: '/inbounds/$ref', params: { ref: id } }),
  )
  const sent = form.values.lines.flatMap((line, index) => (isUntouched(line) ? [] : [index]))
  const elsewhere = useFieldProblems(form, announce.problem, (problem) => atLines(problem, sent))
  useFirstStep(within)
  return (
    <form
      ref={within}
      onSubmit={form.onSubmit((values) => announce.send(bodyOf(values)))}
      onKeyDown={(event) => enterGoesOn(event, () => addLine(form, within.current))}
    >
      <Section title="Delivery">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
          <TextInput label="Number" required {...form.getInputProps('number')} data-step="number" />
          <Select
            label="Kind"
            allowDeselect={false}
            data={Object.entries(inboundKinds).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('kind')}
          />
          <PartnerPicker
            kind="suppliers"
            label="Supplier"
            {...form.getInputProps('supplier')}
            {...{ 'data-step': 'supplier' }}
          />
          <WarehouseSelect
            required
            placeholder="Which one?"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...(asLastTime && form.values.warehouse === warehouse ? { description: asLastTime } : {})}
            {...form.getInputProps('warehouse')}
          />
          <DayInput label="Expected on" {...form.getInputProps('expectedOn')} data-step="expectedOn" />
        </SimpleGrid>
      </Section>
      <Lines form={form} within={within} />
      <Stack gap="md">
        <ProblemAlert problem={elsewhere} />
        <Group>
          <Button type="submit" loading={announce.sending}>
            Announce
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type Within = RefObject<HTMLElement | null>

function addLine(form: Form, within: Element | null): void {
  const lastIsEmpty = form.values.lines.slice(-1).every(isUntouched)
  goToNewLine(within, { lastIsEmpty, insert: () => form.insertListItem('lines', emptyLine()) })
}

function Lines({ form, within }: { form: Form; within: Within }) {
  return (
    <Section
      title="Lines"
      aside={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => addLine(form, within.current)}
        >
          Add a line
        </Button>
      }
    >
      <Stack gap="sm">
        {form.values.lines.map(({ key }, index) => (
          <Line key={key} form={form} index={index} />
        ))}
      </Stack>
    </Section>
  )
}

function Line({ form, index }: { form: Form; index: number }) {
  const { lines } = form.values
  const required = lines.every(isUntouched) || !isUntouched(lines[index] ?? emptyLine())
  const field = (name: string) => form.getInputProps(`lines.${index}.${name}`)
  return (
    <Group data-line={index} align="flex-start" gap="sm">
      <ProductPicker required={required} flex="2 1 180px" {...field('product')} data-step="product" />
      <QuantityInput label="Quantity" required={required} w={110} {...field('quantity')} data-step="quantity" />
      <TextInput label="Batch code" flex="1 1 120px" {...field('batch')} data-step="batch" />
      <DayInput label="Last day" w={150} {...field('expiresOn')} data-step="expiresOn" />
      <ActionIcon
        size={36}
        mt={23}
        aria-label="Remove this line"
        disabled={lines.length === 1}
        onClick={() => form.removeListItem('lines', index)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  )
}
