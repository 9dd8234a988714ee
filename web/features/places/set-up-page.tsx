import { Button, Fieldset, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { answerOf, api } from '../../api/client.ts'
import { Entrance } from '../../shared/entrance.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { NewPasswordInput } from '../../shared/new-password-input.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { TimeZoneSelect } from '../../shared/time-zone-select.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { currencies } from './currencies.ts'

const initialValues = () => ({
  account: { name: '', currency: 'USD' },
  owner: { name: '', email: '', password: '' },
  warehouse: { code: 'MAIN', name: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
})
type SetUp = ReturnType<typeof initialValues>
type SetUpForm = UseFormReturnType<SetUp>

export function SetUpPage() {
  const form = useForm({ initialValues: initialValues() })
  const setUp = useWrite((body: SetUp) => answerOf(api.POST('/v1/set-up', { body })))
  const elsewhere = useFieldProblems(form, setUp.problem)
  return (
    <Entrance wide title="Set up Firstout" about="A minute, then the first batch can be received.">
      <form onSubmit={form.onSubmit((values) => setUp.send(values))}>
        <Stack gap="md">
          <AccountFields form={form} />
          <OwnerFields form={form} />
          <WarehouseFields form={form} />
          <ProblemAlert problem={elsewhere} />
          <Button type="submit" size="md" loading={setUp.sending}>
            Open the account
          </Button>
        </Stack>
      </form>
    </Entrance>
  )
}

function AccountFields({ form }: { form: SetUpForm }) {
  return (
    <Fieldset legend="Account">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label="Company" required autoFocus {...form.getInputProps('account.name')} />
        <Select label="Currency" searchable required data={currencies} {...form.getInputProps('account.currency')} />
      </SimpleGrid>
    </Fieldset>
  )
}

function OwnerFields({ form }: { form: SetUpForm }) {
  return (
    <Fieldset legend="You, the owner">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label="Your name" autoComplete="name" required {...form.getInputProps('owner.name')} />
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          {...form.getInputProps('owner.email')}
        />
      </SimpleGrid>
      <NewPasswordInput label="Password" mt="sm" {...form.getInputProps('owner.password')} />
    </Fieldset>
  )
}

function WarehouseFields({ form }: { form: SetUpForm }) {
  return (
    <Fieldset legend="First warehouse">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label="Name" required {...form.getInputProps('warehouse.name')} />
        <TextInput label="Short code" required maxLength={40} {...form.getInputProps('warehouse.code')} />
      </SimpleGrid>
      <TimeZoneSelect
        mt="sm"
        description="A batch expires at the end of its last day in this zone"
        {...form.getInputProps('warehouse.timeZone')}
      />
    </Fieldset>
  )
}
