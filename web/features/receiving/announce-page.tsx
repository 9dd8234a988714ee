import { ActionIcon, Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { InboundSummary, NewBody } from '../../api/types.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { newKey } from '../../shared/new-key.ts'
import { Page, Section } from '../../shared/page.tsx'
import { PartnerPicker } from '../../shared/partner-picker.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
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

const bodyOf = ({ lines, ...header }: Values): Body => ({
  ...given(header),
  number: header.number,
  warehouse: header.warehouse ?? '',
  lines: lines.map(({ product, quantity, batch, expiresOn }) => ({
    ...given({ batch: batch.trim(), expiresOn }),
    product: product.trim(),
    quantity: Number(quantity),
  })),
})

export function AnnouncePage() {
  const form = useForm({ initialValues: initialValues() })
  const navigate = useNavigate()
  const announce = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/inbounds', { body, headers: intent(key) })),
    ({ id }) => void navigate({ to: '/inbounds/$ref', params: { ref: id } }),
  )
  useFieldProblems(form, announce.problem)
  return (
    <Page title="Announce a shipment" back={{ to: '/inbounds', label: 'Inbound' }}>
      <form onSubmit={form.onSubmit((values) => announce.send(bodyOf(values)))}>
        <Section title="Delivery">
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
            <TextInput label="Number" required autoFocus {...form.getInputProps('number')} />
            <Select
              label="Kind"
              allowDeselect={false}
              data={Object.entries(inboundKinds).map(([value, label]) => ({ value, label }))}
              {...form.getInputProps('kind')}
            />
            <PartnerPicker kind="suppliers" label="Supplier" {...form.getInputProps('supplier')} />
            <WarehouseSelect required {...form.getInputProps('warehouse')} />
            <DayInput label="Expected on" {...form.getInputProps('expectedOn')} />
          </SimpleGrid>
        </Section>
        <Lines form={form} />
        <Stack gap="md">
          <ProblemAlert problem={announce.problem} />
          <Group>
            <Button type="submit" loading={announce.sending}>
              Announce
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  )
}

function Lines({ form }: { form: Form }) {
  return (
    <Section
      title="Lines"
      aside={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => form.insertListItem('lines', emptyLine())}
        >
          Add a line
        </Button>
      }
    >
      <Stack gap="sm">
        {form.values.lines.map(({ key }, index) => (
          <Group key={key} align="flex-start" gap="sm">
            <ProductPicker required flex="2 1 180px" {...form.getInputProps(`lines.${index}.product`)} />
            <NumberInput label="Quantity" required min={1} w={110} {...form.getInputProps(`lines.${index}.quantity`)} />
            <TextInput label="Batch code" flex="1 1 120px" {...form.getInputProps(`lines.${index}.batch`)} />
            <DayInput label="Last day" w={140} {...form.getInputProps(`lines.${index}.expiresOn`)} />
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
