/**
 * web/features/catalog/storage-fields.tsx — how a product is to be kept, and what it holds that others must not meet.
 */
import { Checkbox, MultiSelect, Select, SimpleGrid } from '@mantine/core'
import { Section } from '../../shared/page.tsx'
import { allergenChoices, hazardChoices, temperatureChoices } from '../../shared/storage-words.ts'

type StorageFieldsProps = Readonly<{
  field: (name: 'storage' | 'hazard' | 'allergens' | 'prescription', options?: { type: 'checkbox' }) => object
}>

export function StorageFields({ field }: StorageFieldsProps) {
  return (
    <Section title="Storage">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <Select
          label="Kept at"
          placeholder="Anywhere"
          clearable
          clearButtonProps={{ 'aria-label': 'Anywhere' }}
          data={temperatureChoices}
          {...field('storage')}
        />
        <Select
          label="Dangerous goods"
          placeholder="Not dangerous"
          clearable
          clearButtonProps={{ 'aria-label': 'Not dangerous' }}
          data={hazardChoices}
          {...field('hazard')}
        />
        <MultiSelect
          label="Allergens"
          placeholder="None"
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'No allergens' }}
          data={allergenChoices}
          {...field('allergens')}
        />
        <Checkbox
          label="Prescription drug"
          description="Destroyed only with two signatures"
          {...field('prescription', { type: 'checkbox' })}
        />
      </SimpleGrid>
    </Section>
  )
}
