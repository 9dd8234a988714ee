/**
 * web/features/rules/rule-batches.tsx — the batches that alone may go, or may not: picked product by product.
 */
import { Alert, Group, Pill, Select, SimpleGrid, Stack } from '@mantine/core'
import { useState } from 'react'
import { BatchSelect } from '../../shared/batch-select.tsx'
import { Section } from '../../shared/page.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { columns, type RuleForm } from './rule-fields.tsx'
import { listWords, options } from './rule-words.ts'

export function BatchSettings({ form }: { form: RuleForm }) {
  const { list, listed } = form.values
  return (
    <Section title="Which batches">
      <Stack gap="sm">
        <SimpleGrid cols={columns}>
          <Select
            label="Batches that may go"
            placeholder="Says nothing of it"
            clearable
            allowDeselect
            clearButtonProps={{ 'aria-label': 'Say nothing of it' }}
            data={options(listWords)}
            {...form.getInputProps('list')}
          />
          {list === null ? null : <PickBatch form={form} />}
        </SimpleGrid>
        {list === null ? null : <Listed form={form} />}
        {list === 'approved' && listed.length === 0 ? (
          <Alert color="saffron" variant="light" role="status" styles={inText}>
            No batch is approved yet: as it stands, the rule lets nothing go to whom it concerns.
          </Alert>
        ) : null}
        {list === 'approved' && listed.length > 0 && form.values.product === '' ? (
          <Alert color="gray" variant="light" styles={inText}>
            Whatever the product, only these batches go. Name a product above where others are to go on as they are.
          </Alert>
        ) : null}
      </Stack>
    </Section>
  )
}

const inText = { message: { color: 'var(--mantine-color-text)' } }

function PickBatch({ form }: { form: RuleForm }) {
  const [typed, setTyped] = useState('')
  const product = form.values.product || typed
  const add = (id: string | null, name: string) => {
    const { listed } = form.values
    if (id === null || listed.some((batch) => batch.id === id)) return
    form.setFieldValue('listed', [...listed, { id, name }])
  }
  return (
    <>
      {form.values.product === '' ? <ProductPicker label="Of the product" value={typed} onChange={setTyped} /> : null}
      <BatchSelect
        label="Add a batch"
        product={product.trim()}
        disabled={product.trim() === ''}
        value={null}
        onChange={(id, option) => add(id, option?.label ?? '')}
      />
    </>
  )
}

function Listed({ form }: { form: RuleForm }) {
  const { listed } = form.values
  if (listed.length === 0) return null
  return (
    <Group gap="xs" role="list" aria-label="Batches of the list">
      {listed.map(({ id, name }) => (
        <Pill
          key={id}
          role="listitem"
          size="md"
          bg="light-dark(var(--mantine-color-gray-2), var(--mantine-color-dark-5))"
          withRemoveButton
          removeButtonProps={{ 'aria-label': `Take ${name} off the list`, 'aria-hidden': false, tabIndex: 0 }}
          onRemove={() =>
            form.setFieldValue(
              'listed',
              listed.filter((batch) => batch.id !== id),
            )
          }
        >
          {name}
        </Pill>
      ))}
    </Group>
  )
}
