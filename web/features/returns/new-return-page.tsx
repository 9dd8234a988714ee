import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import { enterGoesOn, goToNewLine, useFirstStep } from '../../shared/enter-goes-on.ts'
import { FormLines, RemoveLine } from '../../shared/form-lines.tsx'
import { atLines, useFieldProblems } from '../../shared/form-problem.ts'
import { Page, Section } from '../../shared/page.tsx'
import { PartnerPicker } from '../../shared/partner-picker.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useNamedProduct } from '../../shared/use-products.ts'
import { useWrite } from '../../shared/use-write.ts'
import {
  bodyOf,
  emptyLine,
  initialValues,
  isUntouched,
  type NewReturn,
  type NewReturnForm,
  sentLines,
} from './new-return-values.ts'

export function NewReturnPage() {
  const form = useForm({ initialValues: initialValues() })
  const within = useRef<HTMLFormElement>(null)
  const navigate = useNavigate()
  const announce = useWrite(
    (body: NewReturn, key) => answerOf(api.POST('/v1/returns', { body, headers: intent(key) })),
    ({ id }) => void navigate({ to: '/returns/$ref', params: { ref: id } }),
  )
  const elsewhere = useFieldProblems(form, announce.problem, (problem) =>
    atLines(problem, sentLines(form.values.lines)),
  )
  const addLine = () => {
    const lastIsEmpty = form.values.lines.slice(-1).every(isUntouched)
    goToNewLine(within.current, { lastIsEmpty, insert: () => form.insertListItem('lines', emptyLine()) })
  }
  useFirstStep(within)
  return (
    <Page title="Enter a return" back={{ to: '/returns', label: 'Returns' }}>
      <form
        ref={within}
        onSubmit={form.onSubmit((values) => announce.send(bodyOf(values)))}
        onKeyDown={(event) => enterGoesOn(event, addLine)}
      >
        <FromWhom form={form} />
        <WhatComes form={form} onAdd={addLine} />
        <Stack gap="md">
          <ProblemAlert problem={elsewhere} />
          <Group>
            <Button type="submit" loading={announce.sending}>
              Enter it
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  )
}

function FromWhom({ form }: { form: NewReturnForm }) {
  return (
    <Section title="Return">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        <TextInput
          label="Number"
          placeholder="The next RMA number"
          {...form.getInputProps('number')}
          data-step="number"
        />
        <TextInput
          label="Order"
          placeholder="Number, if known"
          {...form.getInputProps('orderNumber')}
          data-step="order"
        />
        <PartnerPicker
          kind="customers"
          label="Customer"
          {...form.getInputProps('customer')}
          {...{ 'data-step': 'customer' }}
        />
        <TextInput label="Note" {...form.getInputProps('note')} />
      </SimpleGrid>
    </Section>
  )
}

function WhatComes({ form, onAdd }: { form: NewReturnForm; onAdd: () => void }) {
  return (
    <FormLines title="What comes back" lines={form.values.lines} onAdd={onAdd}>
      {(index) => <Line form={form} index={index} />}
    </FormLines>
  )
}

const kitNote = 'A kit comes back as all its parts. If only a part is here, enter the part.'

function Line({ form, index }: { form: NewReturnForm; index: number }) {
  const { lines } = form.values
  const required = lines.every(isUntouched) || !isUntouched(lines[index] ?? emptyLine())
  const field = (name: string) => form.getInputProps(`lines.${index}.${name}`)
  const isKit = (useNamedProduct(lines[index]?.product ?? '')?.kit.length ?? 0) > 0
  return (
    <Group data-line={index} align="flex-start" gap="sm" wrap="nowrap">
      <ProductPicker
        required={required}
        flex="2 1 120px"
        description={isKit ? kitNote : null}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...field('product')}
        data-step="product"
      />
      <QuantityInput label="Quantity" required={required} w={90} {...field('quantity')} data-step="quantity" />
      <RemoveLine isLast={lines.length === 1} onRemove={() => form.removeListItem('lines', index)} />
    </Group>
  )
}
