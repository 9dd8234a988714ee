/**
 * web/features/rules/rule-routing.tsx — from which warehouse orders go. It is of a whole order, so it knows no product.
 */
import { MultiSelect, SimpleGrid, Text } from '@mantine/core'
import { MoneyInput } from '../../shared/money-input.tsx'
import { Section } from '../../shared/page.tsx'
import { columns, type RuleForm } from './rule-fields.tsx'
import { Setting } from './rule-settings.tsx'
import { criterionWords, options, splitWords } from './rule-words.ts'

export function RoutingSettings({ form }: { form: RuleForm }) {
  const { split } = form.values
  return (
    <Section title="From which warehouse">
      <SimpleGrid cols={columns}>
        <Setting label="Whole or split" data={options(splitWords)} {...form.getInputProps('split')} />
        {split === null ? null : (
          <MultiSelect
            label="Which warehouse first"
            description="The first of these that tells two warehouses apart decides"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            placeholder={form.values.criteria.length === 0 ? 'By their codes' : ''}
            data={options(criterionWords)}
            {...form.getInputProps('criteria')}
          />
        )}
        {split === 'allowed' ? (
          <MoneyInput
            label="Each parcel after the first costs"
            description="Beside what the table of transit times says"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            placeholder="Nothing more"
            {...form.getInputProps('splitCost')}
          />
        ) : null}
      </SimpleGrid>
      <Text fz="sm" c="dimmed" mt="sm">
        For orders that name no warehouse. Such a rule may name a customer, a channel and a market, and nothing else.
      </Text>
    </Section>
  )
}
