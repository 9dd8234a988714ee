import { ActionIcon, Button, Group, NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { newKey } from '../../shared/new-key.ts'
import { Page, Section } from '../../shared/page.tsx'
import { PartnerPicker } from '../../shared/partner-picker.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'

const emptyLine = () => ({
  key: newKey(),
  product: '',
  quantity: '' as number | string,
  lifeDaysMin: '' as number | string,
  shortage: 'part' as 'part' | 'whole',
})
const initialValues = () => ({
  number: '',
  customer: null as string | null,
  channel: '',
  warehouse: null as string | null,
  deliverOn: null as string | null,
  shipTo: '',
  note: '',
  lines: [emptyLine()],
})
type Values = ReturnType<typeof initialValues>
type Form = UseFormReturnType<Values>
type Body = NewBody<'/v1/orders'>

const bodyOf = ({ lines, ...header }: Values): Body => ({
  ...given(header),
  lines: lines.map(({ product, quantity, lifeDaysMin, shortage }) => ({
    product: product.trim(),
    quantity: Number(quantity),
    shortage,
    ...(lifeDaysMin === '' ? {} : { lifeDaysMin: Number(lifeDaysMin) }),
  })),
})

export function NewOrderPage() {
  const form = useForm({ initialValues: initialValues() })
  const navigate = useNavigate()
  const place = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/orders', { body, headers: intent(key) })),
    ({ id }) => void navigate({ to: '/orders/$ref', params: { ref: id } }),
  )
  useFieldProblems(form, place.problem)
  return (
    <Page title="Enter an order" back={{ to: '/orders', label: 'Orders' }}>
      <form onSubmit={form.onSubmit((values) => place.send(bodyOf(values)))}>
        <HeaderFields form={form} />
        <LineFields form={form} />
        <Stack gap="md">
          <ProblemAlert problem={place.problem} />
          <Group>
            <Button type="submit" loading={place.sending}>
              Place the order
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  )
}

function HeaderFields({ form }: { form: Form }) {
  return (
    <Section title="Order">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <PartnerPicker
          kind="customers"
          label="Customer"
          placeholder="Name or code"
          {...form.getInputProps('customer')}
        />
        <TextInput label="Number" placeholder="Given by Firstout if empty" {...form.getInputProps('number')} />
        <TextInput label="Channel" placeholder="shopify, wholesale …" {...form.getInputProps('channel')} />
        <WarehouseSelect
          placeholder="Any"
          clearable
          clearButtonProps={{ 'aria-label': 'Any warehouse' }}
          {...form.getInputProps('warehouse')}
        />
        <DayInput label="Deliver on" {...form.getInputProps('deliverOn')} />
        <TextInput label="Note" {...form.getInputProps('note')} />
      </SimpleGrid>
      <Textarea mt="sm" label="Ship to" autosize minRows={2} {...form.getInputProps('shipTo')} />
    </Section>
  )
}

function LineFields({ form }: { form: Form }) {
  const add = () => form.insertListItem('lines', emptyLine())
  return (
    <Section
      title="Lines"
      aside={
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
          Add a line
        </Button>
      }
    >
      <Stack gap="sm">
        {form.values.lines.map(({ key }, index) => (
          <Group key={key} align="flex-start" gap="sm">
            <ProductPicker required flex="2 1 200px" {...form.getInputProps(`lines.${index}.product`)} />
            <NumberInput label="Quantity" required min={1} w={110} {...form.getInputProps(`lines.${index}.quantity`)} />
            <NumberInput
              label="Least life left"
              placeholder="as the rules say"
              min={0}
              suffix=" days"
              w={150}
              {...form.getInputProps(`lines.${index}.lifeDaysMin`)}
            />
            <Select
              label="If short"
              allowDeselect={false}
              w={170}
              data={[
                { value: 'part', label: 'Reserve a part' },
                { value: 'whole', label: 'All or nothing' },
              ]}
              {...form.getInputProps(`lines.${index}.shortage`)}
            />
            <ActionIcon
              size={36}
              mt={23}
              aria-label="Remove this line"
              disabled={form.values.lines.length === 1}
              onClick={() => form.removeListItem('lines', index)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
    </Section>
  )
}
