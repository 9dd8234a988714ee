import { Button, Checkbox, Group, Modal, NumberInput, Select, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewBody, RedatingRule } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { May } from '../../shared/may.tsx'
import { Facts, Section } from '../../shared/page.tsx'
import { Empty } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { lastsOnce } from './redating-words.tsx'

type Body = NewBody<'/v1/redating-rules'>
type OfProduct = Readonly<{ product: Readonly<{ id: string; sku: string }> }>

/** On the page of a product: what its maker states of opening, freezing and thawing. */
export function RedatingRuleOf({ product }: OfProduct) {
  const [opened, dialog] = useDisclosure(false)
  const { data } = useQuery({
    queryKey: ['redating-rules', product.sku],
    queryFn: () => answerOf(api.GET('/v1/redating-rules', { params: { query: { product: product.sku } } })),
  })
  if (!data) return null
  const rule = data.items[0]
  return (
    <Section
      title="Once opened or frozen"
      aside={
        <May to="change rules">
          <Button size="xs" variant="default" onClick={dialog.open}>
            {rule ? 'Write it anew' : 'Write the rule'}
          </Button>
        </May>
      }
    >
      {rule ? <RuleFacts rule={rule} /> : <Empty title="Nobody has written how long it lasts then" />}
      {opened ? <RuleForm product={product} rule={rule} onClose={dialog.close} /> : null}
    </Section>
  )
}

const RuleFacts = ({ rule }: { rule: RedatingRule }) => (
  <Facts
    of={{
      'Once opened': lastsOnce('opened', rule) ?? 'not stated',
      'Once frozen': lastsOnce('frozen', rule) ?? 'not stated',
      'Once thawed': lastsOnce('thawed', rule) ?? 'not stated',
      'Frozen again': rule.refreezes ? 'may be' : 'never',
      'As written': rule.says,
      Version: `${rule.version}, by ${rule.madeBy}`,
    }}
  />
)

type Values = {
  count: number | string
  unit: 'days' | 'months'
  frozen: number | string
  thawed: number | string
  refreezes: boolean
  says: string
}

const valuesOf = (rule: RedatingRule | undefined): Values => ({
  count: rule?.openedCount ?? '',
  unit: rule?.openedUnit ?? 'months',
  frozen: rule?.frozenDays ?? '',
  thawed: rule?.thawedDays ?? '',
  refreezes: rule?.refreezes ?? false,
  says: rule?.says ?? '',
})

const numberOf = (value: number | string) => (value === '' ? undefined : Number(value))

function bodyOf(product: string, { count, unit, frozen, thawed, refreezes, says }: Values): Body {
  const period = numberOf(count)
  return {
    product,
    refreezes,
    says: says.trim(),
    ...given({
      afterOpening: period === undefined ? undefined : { count: period, unit },
      frozenDays: numberOf(frozen),
      thawedDays: numberOf(thawed),
    }),
  }
}

type RuleFormProps = OfProduct & Readonly<{ rule: RedatingRule | undefined; onClose: () => void }>

function RuleForm({ product, rule, onClose }: RuleFormProps) {
  const form = useForm<Values>({ initialValues: valuesOf(rule) })
  const writing = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/redating-rules', { body, headers: intent(key) })),
    onClose,
  )
  const elsewhere = useFieldProblems(form, writing.problem)
  return (
    <Modal opened onClose={onClose} title={`${product.sku}, once opened or frozen`}>
      <form onSubmit={form.onSubmit((values) => writing.send(bodyOf(product.sku, values)))}>
        <Stack gap="md">
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <NumberInput
              label="Lasts once opened"
              min={1}
              allowDecimal={false}
              data-autofocus
              {...form.getInputProps('count')}
            />
            <Select aria-label="Unit" allowDeselect={false} data={['days', 'months']} {...form.getInputProps('unit')} />
          </Group>
          <NumberInput label="Days once frozen" min={1} allowDecimal={false} {...form.getInputProps('frozen')} />
          <NumberInput label="Days once thawed" min={0} allowDecimal={false} {...form.getInputProps('thawed')} />
          <Checkbox
            label="What was thawed may be frozen again"
            {...form.getInputProps('refreezes', { type: 'checkbox' })}
          />
          <Textarea
            label="As the maker states it"
            description="And where it is written; earlier versions stay with what was dated by them"
            required
            autosize
            minRows={2}
            {...form.getInputProps('says')}
          />
          <DialogFoot
            problem={elsewhere}
            onLeave={onClose}
            sending={writing.sending}
            disabled={form.values.says.trim() === ''}
          >
            Save
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
