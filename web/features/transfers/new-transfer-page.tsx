import { Button, Checkbox, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import { BatchSelect } from '../../shared/batch-select.tsx'
import { enterGoesOn, goToNewLine, useFirstStep } from '../../shared/enter-goes-on.ts'
import { FormLines, RemoveLine } from '../../shared/form-lines.tsx'
import { atLines, useFieldProblems } from '../../shared/form-problem.ts'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import {
  type Asked,
  bodyOf,
  emptyLine,
  initialValues,
  isUntouched,
  type NewTransfer,
  type NewTransferForm,
  sentLines,
} from './new-transfer-values.ts'

export function NewTransferPage({ asked }: { asked: Asked }) {
  const form = useForm({ initialValues: initialValues(asked) })
  const within = useRef<HTMLFormElement>(null)
  const navigate = useNavigate()
  const request = useWrite(
    (body: NewTransfer, key) => answerOf(api.POST('/v1/transfers', { body, headers: intent(key) })),
    ({ number }) => void navigate({ to: '/transfers/$ref', params: { ref: number } }),
  )
  const elsewhere = useFieldProblems(form, request.problem, (problem) => atLines(problem, sentLines(form.values.lines)))
  const addLine = () => {
    const lastIsEmpty = form.values.lines.slice(-1).every(isUntouched)
    goToNewLine(within.current, { lastIsEmpty, insert: () => form.insertListItem('lines', emptyLine()) })
  }
  useFirstStep(within)
  return (
    <Page title="Request a transfer" back={{ to: '/transfers', label: 'Transfers' }}>
      <form
        ref={within}
        onSubmit={form.onSubmit((values) => request.send(bodyOf(values)))}
        onKeyDown={(event) => enterGoesOn(event, addLine)}
      >
        <FromWhere form={form} />
        <FormLines title="What is to go" lines={form.values.lines} onAdd={addLine}>
          {(index) => <Line form={form} index={index} />}
        </FormLines>
        <Stack gap="md">
          <ProblemAlert problem={elsewhere} />
          <Group>
            <Button type="submit" loading={request.sending}>
              Request it
            </Button>
            <May to="approve transfers">
              <Checkbox label="Approve it at once" {...form.getInputProps('approve', { type: 'checkbox' })} />
            </May>
          </Group>
        </Stack>
      </form>
    </Page>
  )
}

function FromWhere({ form }: { form: NewTransferForm }) {
  return (
    <Section title="Transfer">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <WarehouseSelect label="From" required {...form.getInputProps('from')} data-step="from" />
        <WarehouseSelect label="To" required {...form.getInputProps('to')} data-step="to" />
        <TextInput label="Note" {...form.getInputProps('note')} />
      </SimpleGrid>
    </Section>
  )
}

function Line({ form, index }: { form: NewTransferForm; index: number }) {
  const { lines } = form.values
  const line = lines[index] ?? emptyLine()
  const required = lines.every(isUntouched) || !isUntouched(line)
  const field = (name: string) => form.getInputProps(`lines.${index}.${name}`)
  return (
    <Group data-line={index} align="flex-start" gap="sm">
      <ProductPicker required={required} flex="2 1 140px" {...field('product')} data-step="product" />
      <QuantityInput label="Quantity" required={required} w={100} {...field('quantity')} data-step="quantity" />
      <BatchSelect product={line.product} placeholder="By rotation" clearable flex="2 1 160px" {...field('batch')} />
      {line.batch === null ? null : (
        <TextInput
          label="Why this one"
          placeholder="Needed where it has expired"
          flex="2 1 160px"
          {...field('reason')}
        />
      )}
      <RemoveLine isLast={lines.length === 1} onRemove={() => form.removeListItem('lines', index)} />
    </Group>
  )
}
