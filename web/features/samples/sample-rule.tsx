import { Button, Modal, NumberInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { PutBody, SampleRule } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { May } from '../../shared/may.tsx'
import { Facts, Section } from '../../shared/page.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

type Body = PutBody<'/v1/sample-rules/{id}'>
type OfProduct = Readonly<{ product: Readonly<{ id: string; sku: string }> }>

/** On the page of a product: how many of each new batch are kept, and how long. */
export function SampleRuleOf({ product }: OfProduct) {
  const [opened, dialog] = useDisclosure(false)
  const { data } = useQuery({
    queryKey: ['sample-rules', product.id],
    queryFn: () => answerOf(api.GET('/v1/sample-rules', { params: { query: { product: product.id } } })),
  })
  if (!data) return null
  const rule = data.items[0]
  return (
    <Section
      title="Samples of each batch"
      aside={
        <May to="change rules">
          <Button size="xs" variant="default" onClick={dialog.open}>
            {rule ? 'Change' : 'Keep samples'}
          </Button>
        </May>
      }
    >
      {rule ? <RuleFacts rule={rule} /> : <Empty title="No samples are kept by themselves" />}
      {opened ? <RuleForm product={product} rule={rule} onClose={dialog.close} /> : null}
    </Section>
  )
}

const RuleFacts = ({ rule: { units, keepMonths, keptAt, setBy } }: { rule: SampleRule }) => (
  <Facts
    of={{
      'Of each new batch': units === 0 ? 'none' : quantityText(units),
      'Kept for': `${countOf(keepMonths, 'month')} after the last day`,
      'Found at': keptAt ?? '–',
      'Written by': setBy,
    }}
  />
)

type RuleFormProps = OfProduct & Readonly<{ rule: SampleRule | undefined; onClose: () => void }>

function RuleForm({ product, rule, onClose }: RuleFormProps) {
  const form = useForm({
    initialValues: { units: rule?.units ?? 2, keepMonths: rule?.keepMonths ?? 12, keptAt: rule?.keptAt ?? '' },
  })
  const writing = useWrite(
    (body: Body, key) =>
      answerOf(api.PUT('/v1/sample-rules/{id}', { params: { path: { id: product.id } }, body, headers: intent(key) })),
    onClose,
  )
  const elsewhere = useFieldProblems(form, writing.problem)
  const send = ({ units, keepMonths, keptAt }: typeof form.values) =>
    writing.send({ units, keepMonths, ...given({ keptAt: keptAt.trim() }) })
  return (
    <Modal opened onClose={onClose} title={`Samples of each batch of ${product.sku}`}>
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <NumberInput
            label="Units of each new batch"
            description="Taken from the receipts that bring it"
            min={0}
            allowDecimal={false}
            required
            data-autofocus
            {...form.getInputProps('units')}
          />
          <NumberInput
            label="Months after the last day"
            description="12 is what drug makers must keep (21 CFR 211.170)"
            min={0}
            allowDecimal={false}
            required
            {...form.getInputProps('keepMonths')}
          />
          <TextInput label="Found at" {...form.getInputProps('keptAt')} />
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={writing.sending}>
            Save
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
