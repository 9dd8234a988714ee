/**
 * web/features/returns/arrived-page.tsx — a parcel stands here that nobody announced: whose it is, what is in it, done.
 */
import { Button, Checkbox, Group, SegmentedControl, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
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
import { Loading, ProblemAlert } from '../../shared/states.tsx'
import { useLastWarehouse } from '../../shared/use-last-warehouse.ts'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import { AllTheSame } from './all-the-same.tsx'
import {
  type Arrived,
  type ArrivedForm,
  bodyOf,
  emptyLine,
  initialValues,
  isUntouched,
  sentLines,
} from './arrived-values.ts'
import { kindWords, type ReturnKind } from './return-words.ts'

export function ArrivedPage() {
  const last = useLastWarehouse()
  return (
    <Page
      title="Take in unannounced"
      about="A return, a refused parcel, or one that could not be delivered"
      back={{ to: '/returns', label: 'Returns' }}
    >
      {last.ready ? <FormShown last={last} /> : <Loading />}
    </Page>
  )
}

function FormShown({ last }: { last: ReturnType<typeof useLastWarehouse> }) {
  const form = useForm({ initialValues: initialValues(last.code) })
  const within = useRef<HTMLFormElement>(null)
  const navigate = useNavigate()
  const takeIn = useWrite(
    (body: Arrived, key) => answerOf(api.POST('/v1/unannounced-returns', { body, headers: intent(key) })),
    ({ id }, { warehouse }) => {
      last.remember(warehouse)
      void navigate({ to: '/returns/$ref', params: { ref: id } })
    },
  )
  const elsewhere = useFieldProblems(form, takeIn.problem, (problem) => atLines(problem, sentLines(form.values.lines)))
  const addLine = () => {
    const lastIsEmpty = form.values.lines.slice(-1).every(isUntouched)
    goToNewLine(within.current, { lastIsEmpty, insert: () => form.insertListItem('lines', emptyLine()) })
  }
  useFirstStep(within)
  return (
    <form
      ref={within}
      onSubmit={form.onSubmit((values) => takeIn.send(bodyOf(values)))}
      onKeyDown={(event) => enterGoesOn(event, addLine)}
    >
      <Whose form={form} says={form.values.warehouse === last.code ? last.says : null} />
      <FormLines title="What is here" lines={form.values.lines} onAdd={addLine}>
        {(index) => <Line form={form} index={index} />}
      </FormLines>
      <Stack gap="md">
        <ProblemAlert problem={elsewhere} />
        <AllTheSame of={takeIn} onSend={(why) => takeIn.send({ ...bodyOf(form.values), ...why })} />
        <Group>
          <Button type="submit" loading={takeIn.sending}>
            Take in
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Whose({ form, says }: { form: ArrivedForm; says: string | null }) {
  return (
    <Section title="Whose is it?">
      <Stack gap="md">
        <SegmentedControl
          aria-label="Kind"
          data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
          value={form.values.kind}
          onChange={(kind) => form.setFieldValue('kind', kind as ReturnKind)}
        />
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
          <TextInput
            label="Order"
            placeholder="Number, or scanned"
            {...form.getInputProps('orderNumber')}
            data-step="order"
          />
          <PartnerPicker kind="customers" label="Customer" {...form.getInputProps('customer')} />
          <WarehouseSelect required description={says} {...form.getInputProps('warehouse')} />
          <TextInput label="Note" {...form.getInputProps('note')} />
        </SimpleGrid>
      </Stack>
    </Section>
  )
}

function Line({ form, index }: { form: ArrivedForm; index: number }) {
  const { lines } = form.values
  const line = lines[index] ?? emptyLine()
  const field = (name: string) => form.getInputProps(`lines.${index}.${name}`)
  return (
    <fieldset data-line={index} style={{ border: 0, margin: 0, padding: 0 }} aria-label={`Line ${index + 1}`}>
      <Group align="flex-start" gap="sm">
        <ProductPicker flex="2 1 160px" {...field('product')} data-step="product" />
        <QuantityInput label="Quantity" w={90} {...field('quantity')} data-step="quantity" />
        <TextInput
          label="Batch"
          placeholder="as on the label"
          flex="1 1 120px"
          disabled={line.unlabelled}
          autoComplete="off"
          {...field('batch')}
          data-step="batch"
        />
        <Textarea label="Serials" placeholder="scanned" autosize minRows={1} flex="1 1 120px" {...field('serials')} />
        <RemoveLine isLast={lines.length === 1} onRemove={() => form.removeListItem('lines', index)} />
      </Group>
      <Checkbox
        mt={6}
        label="Nobody can read the label"
        {...form.getInputProps(`lines.${index}.unlabelled`, { type: 'checkbox' })}
      />
    </fieldset>
  )
}
