/**
 * web/features/rules/rule-settings.tsx — what a rule asks. Each setting may be left open: then wider rules and the product say.
 */
import { NumberInput, Select, type SelectProps, SimpleGrid } from '@mantine/core'
import { Section } from '../../shared/page.tsx'
import { columns, type RuleForm } from './rule-fields.tsx'
import {
  boundaryWords,
  choiceWords,
  lifeWords,
  neverOlderWords,
  options,
  packOrderWords,
  rotationWords,
} from './rule-words.ts'

/** May be left open. */
export const Setting = (props: SelectProps) => (
  <Select
    placeholder="Says nothing of it"
    clearable
    allowDeselect
    clearButtonProps={{ 'aria-label': 'Say nothing of it' }}
    {...props}
  />
)

export function LifeSettings({ form }: { form: RuleForm }) {
  const { life } = form.values
  return (
    <Section title="Life on delivery">
      <SimpleGrid cols={columns}>
        <Setting label="Least life" data={options(lifeWords)} {...form.getInputProps('life')} />
        {life === null ? null : (
          <>
            <Select
              label="Boundary"
              data={options(boundaryWords)}
              allowDeselect={false}
              {...form.getInputProps('lifeBoundary')}
            />
            {life === 'days' ? (
              <NumberInput
                key="days"
                label="Days"
                required
                min={0}
                max={36_500}
                suffix=" days"
                {...form.getInputProps('lifeDaysMin')}
              />
            ) : (
              <NumberInput
                key="percent"
                label="Share of its life"
                required
                min={0}
                max={100}
                suffix=" %"
                {...form.getInputProps('lifePercentMin')}
              />
            )}
          </>
        )}
      </SimpleGrid>
    </Section>
  )
}

export function OrderSettings({ form }: { form: RuleForm }) {
  return (
    <Section title="In which order, from how many batches">
      <SimpleGrid cols={columns}>
        <Setting label="Goes out first" data={options(rotationWords)} {...form.getInputProps('rotation')} />
        <Setting label="How many batches" data={options(choiceWords)} {...form.getInputProps('batches')} />
        <Setting
          label="Older than the customer last received"
          data={options(neverOlderWords)}
          {...form.getInputProps('neverOlder')}
        />
        <NumberInput
          label="Only whole packs of"
          placeholder="Says nothing of it"
          description="1 lets single units go"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={1}
          max={1_000_000}
          {...form.getInputProps('packOf')}
        />
        <Setting label="Packs or loose units" data={options(packOrderWords)} {...form.getInputProps('packOrder')} />
      </SimpleGrid>
    </Section>
  )
}
