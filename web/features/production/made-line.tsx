/**
 * web/features/production/made-line.tsx — one thing that was made: its batch, how much, and until when it is good.
 */
import { Group, Select, type SelectProps, Text } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { earliestOf, expiryRules } from '#domain/production/last-day.ts'
import { computedExpiry } from '#domain/shelf-life.ts'
import { answerOf, api } from '../../api/client.ts'
import type { Product } from '../../api/types.ts'
import { BatchCodeInput } from '../../shared/batch-code-input.tsx'
import { isoDayInWords } from '../../shared/date-text.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { RemoveLine } from '../../shared/form-lines.tsx'
import { PlacePicker } from '../../shared/place-picker.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { SerialsInput } from '../../shared/serials-input.tsx'
import { useNamedProduct } from '../../shared/use-products.ts'
import { inUnit } from './in-unit.tsx'
import { emptyMade, isUntouched, type MadeValues, type MakeForm } from './make-values.ts'
import { expiryRuleWords } from './run-words.ts'
import { useExpiryRule } from './use-expiry-rule.ts'

const ruleChoices = expiryRules.map((value) => ({ value, label: expiryRuleWords[value] }))

type MadeLineProps = Readonly<{ form: MakeForm; index: number }>

export function MadeLine({ form, index }: MadeLineProps) {
  const { outputs, warehouse } = form.values
  const line = outputs[index] ?? emptyMade(null)
  const product = useNamedProduct(line.product)
  const required = outputs.every(isUntouched) || !isUntouched(line)
  const dated = product?.dates !== 'none'
  const field = (name: string) => form.getInputProps(`outputs.${index}.${name}`)
  return (
    <Group data-line={index} align="flex-start" gap="sm" role="group" aria-label={`Made ${index + 1}`}>
      <ProductPicker required={required} flex="2 1 160px" {...field('product')} data-step="product" />
      <BatchCodeInput
        required={required}
        flex="2 1 140px"
        {...field('batch')}
        value={line.batch}
        product={product}
        warehouse={warehouse}
        producedOn={line.producedOn}
        data-step="batch"
      />
      <QuantityInput
        label="Made"
        {...inUnit(product)}
        required={required}
        w={100}
        {...field('quantity')}
        data-step="quantity"
      />
      <DayInput label="Produced on" disabled={!dated} w={150} {...field('producedOn')} />
      <div style={{ width: 150 }}>
        <DayInput label="Last day" disabled={!dated} {...field('expiresOn')} />
        {dated && line.expiresOn === null ? <Proposal form={form} line={line} product={product} /> : null}
      </div>
      <RuleSelect disabled={!dated} {...field('expiryRule')} />
      <PlacePicker
        warehouseId={warehouse ?? undefined}
        valueIs="code"
        label="To"
        placeholder="First bin"
        flex="1 1 120px"
        maw={260}
        {...field('place')}
      />
      {product?.tracking === 'serial' ? (
        <SerialsInput required flex="2 1 160px" {...field('serials')} value={line.serials} />
      ) : null}
      <RemoveLine isLast={outputs.length === 1} onRemove={() => form.removeListItem('outputs', index)} />
    </Group>
  )
}

const RuleSelect = (props: Omit<SelectProps, 'data'>) => (
  <Select label="Good until" placeholder="By the product" clearable data={ruleChoices} flex="1 1 170px" {...props} />
)

type ProposalProps = Readonly<{ form: MakeForm; line: MadeValues; product: Product | undefined }>

/** The day that would be counted where none is stated. */
function Proposal({ form, line, product }: ProposalProps) {
  const rule = useRule(line, product)
  const cap = useEarliest(form)
  const lifeDays = product?.lifeDays ?? null
  const own = line.producedOn && lifeDays !== null ? computedExpiry({ producedOn: line.producedOn, lifeDays }) : null
  const capped = rule === 'min_of_inputs' && cap !== null && (own === null || cap.on < own)
  const day = capped ? cap.on : own
  if (day === null) return null
  return (
    <Text size="sm" c="dimmed" role="status">
      {isoDayInWords(day)}, {capped ? cap.says : `${lifeDays} days`}
    </Text>
  )
}

function useRule({ expiryRule }: MadeValues, product: Product | undefined) {
  const rules = useExpiryRule(product?.id)
  return expiryRule ?? rules.data?.items[0]?.rule ?? 'as_stated'
}

function useEarliest({ values: { inputs } }: MakeForm) {
  const ids = [...new Set(inputs.flatMap(({ batch }) => batch ?? []))]
  const batches = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['batch', id],
      queryFn: () => answerOf(api.GET('/v1/batches/{id}', { params: { path: { id } } })),
    })),
  })
  return earliestOf(batches.flatMap(({ data }) => data ?? []))
}
