/**
 * web/shared/partner-form.tsx — adds or changes a customer or supplier, on their pages and where one is first named.
 */
import { Modal, NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { type Audience, audiences, type Language, languages } from '#domain/notices/choices.ts'
import { answerOf, api, intent } from '../api/client.ts'
import type { Customer, Supplier } from '../api/types.ts'
import { audienceWords, languageWords } from './audience-words.ts'
import { DialogFoot } from './dialog-foot.tsx'
import { useFieldProblems } from './form-problem.ts'
import { useWrite } from './use-write.ts'

type Kind = 'customers' | 'suppliers'
type PartnerFormProps = Readonly<{
  kind: Kind
  opened: boolean
  onClose: () => void
  /** Null for a new one. */
  partner: Customer | Supplier | null
  /** Of a new one, where it was typed already. */
  startName?: string
  onSaved?: (partner: Customer | Supplier) => void
}>

const empty = {
  code: '',
  name: '',
  email: '',
  phone: '',
  address: '',
  country: '',
  deliveryLifeDaysMin: '' as number | string,
  language: '' as Language | '',
  audience: '' as Audience | '',
}
type Values = typeof empty

const valuesOf = (partner: Customer | Supplier): Values => ({
  ...empty,
  ...Object.fromEntries(Object.entries(partner).filter(([name, value]) => name in empty && value !== null)),
})

function bodyOf(kind: Kind, { country, deliveryLifeDaysMin, language, audience, ...values }: Values) {
  const blank = (text: string) => (text.trim() === '' ? null : text.trim())
  const both = {
    code: values.code.trim(),
    name: values.name.trim(),
    email: blank(values.email),
    phone: blank(values.phone),
    address: blank(values.address),
  }
  if (kind === 'suppliers') return both
  const days = deliveryLifeDaysMin === '' ? null : Number(deliveryLifeDaysMin)
  const told = { language: language || null, audience: audience || null }
  return { ...both, country: blank(country.toUpperCase()), deliveryLifeDaysMin: days, ...told }
}

export function PartnerForm({ kind, opened, onClose, partner, startName = '', onSaved }: PartnerFormProps) {
  const form = useForm({ initialValues: partner ? valuesOf(partner) : { ...empty, name: startName } })
  const save = useWrite(
    (values: Values, key): Promise<Customer | Supplier> => {
      const [body, headers] = [bodyOf(kind, values), intent(key)]
      if (!partner) return answerOf(api.POST(`/v1/${kind}`, { body, headers }))
      return answerOf(api.PATCH(`/v1/${kind}/{id}`, { params: { path: { id: partner.id } }, body, headers }))
    },
    (saved) => {
      form.reset()
      onSaved?.(saved)
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, save.problem)
  const word = kind === 'customers' ? 'customer' : 'supplier'
  return (
    <Modal opened={opened} onClose={onClose} title={partner ? `Change ${partner.name}` : `Add a ${word}`} size="lg">
      <form
        onSubmit={(event) => {
          // It may stand inside of another form, which is not to be sent with it.
          event.stopPropagation()
          form.onSubmit((values) => save.send(values))(event)
        }}
      >
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
            <TextInput label="Code" required {...form.getInputProps('code')} />
            <TextInput label="E-mail" type="email" {...form.getInputProps('email')} />
            <TextInput label="Phone" type="tel" {...form.getInputProps('phone')} />
          </SimpleGrid>
          <Textarea label="Address" autosize minRows={2} {...form.getInputProps('address')} />
          {kind === 'customers' ? <CustomerFields form={form} /> : null}
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={save.sending}>
            {partner ? 'Save' : `Add the ${word}`}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

function CustomerFields({ form }: { form: UseFormReturnType<Values> }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput label="Country" placeholder="US" maxLength={2} {...form.getInputProps('country')} />
      <NumberInput
        label="Least life on delivery"
        placeholder="as the product says"
        min={0}
        suffix=" days"
        {...form.getInputProps('deliveryLifeDaysMin')}
      />
      <Select
        label="Written to in"
        placeholder="as the settings say"
        clearable
        data={languages.map((value) => ({ value, label: languageWords[value] }))}
        {...form.getInputProps('language')}
      />
      <Select
        label="Told of a recall as"
        placeholder="as the settings say"
        clearable
        data={audiences.map((value) => ({ value, label: audienceWords[value] }))}
        {...form.getInputProps('audience')}
      />
    </SimpleGrid>
  )
}
