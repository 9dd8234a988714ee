/**
 * web/features/disposals/sign-section.tsx — who has signed, and the signing: a witness signs where they are signed in, or with their password at this
 * screen.
 */
import { Button, Group, PasswordInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { Disposal, NewBody } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useMe } from '../../shared/use-me.ts'
import { useWrite } from '../../shared/use-write.ts'

type Meaning = Disposal['missing'][number]
type NewSignature = NewBody<'/v1/disposals/{id}/signatures'>

const meaningWords: Readonly<Record<Meaning, string>> = { author: 'Author', witness: 'Witness' }

export function SignSection({ disposal }: { disposal: Disposal }) {
  const { state, missing, signatures, byPassword } = disposal
  const isOpen = state === 'draft' || state === 'signed'
  return (
    <Section title="Signatures">
      <Stack gap="md">
        {byPassword ? (
          <Text fz="sm">A prescription drug is among it: author and witness both sign with their password.</Text>
        ) : null}
        {signatures.map(({ meaning, signedBy, signedAt }) => (
          <div key={meaning}>
            <b>{`${meaningWords[meaning]}: ${signedBy}`}</b>, <InstantText at={signedAt} />
          </div>
        ))}
        {isOpen && missing.length > 0 ? (
          <May to="dispose">
            <SignForm disposal={disposal} />
          </May>
        ) : null}
        {state === 'signed' ? (
          <May to="dispose">
            <Destroy disposal={disposal} />
          </May>
        ) : null}
      </Stack>
    </Section>
  )
}

function useSigning(id: string) {
  return useWrite((body: NewSignature, key) =>
    answerOf(api.POST('/v1/disposals/{id}/signatures', { params: { path: { id } }, body, headers: intent(key) })),
  )
}

function SignForm({ disposal: { id, missing, madeBy, byPassword } }: { disposal: Disposal }) {
  const me = useMe().data
  const form = useForm({ initialValues: { meaning: missing[0] ?? 'witness', email: '', password: '' } })
  const sign = useSigning(id)
  const meaning = missing.includes(form.values.meaning) ? form.values.meaning : (missing[0] ?? 'witness')
  const mayHere = !byPassword && me !== undefined && me.name !== madeBy
  return (
    <Stack gap="md">
      {mayHere ? (
        <Group>
          <Button loading={sign.sending} onClick={() => sign.send({ meaning })}>
            {`I, ${me.name}, witness it`}
          </Button>
        </Group>
      ) : null}
      <form
        onSubmit={form.onSubmit(({ email, password }) =>
          sign.send({ meaning, ...given({ email: email.trim() }), password }),
        )}
      >
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            {missing.length > 1 ? (
              <Select
                label="Signs as"
                allowDeselect={false}
                data={missing.map((value) => ({ value, label: meaningWords[value] }))}
                {...form.getInputProps('meaning')}
              />
            ) : null}
            <TextInput
              label={`E-mail of the ${meaning}`}
              type="email"
              autoComplete="off"
              required
              {...form.getInputProps('email')}
            />
            <PasswordInput label="Password" autoComplete="off" required {...form.getInputProps('password')} />
          </SimpleGrid>
          <ProblemAlert problem={sign.problem} />
          <Group>
            <Button type="submit" variant={mayHere ? 'default' : 'filled'} loading={sign.sending}>
              {`Sign as ${meaning}`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  )
}

function Destroy({ disposal: { id } }: { disposal: Disposal }) {
  const destroy = useWrite((_: null, key) =>
    answerOf(api.POST('/v1/disposals/{id}/destruction', { params: { path: { id } }, headers: intent(key) })),
  )
  return (
    <Stack gap="sm">
      <Text fz="sm" c="dimmed">
        It leaves the stock for good. What was promised of it is given back, and those orders look for other batches.
      </Text>
      <ProblemAlert problem={destroy.problem} />
      <Group>
        <Button color="red" loading={destroy.sending} onClick={() => destroy.send(null)}>
          It is destroyed
        </Button>
      </Group>
    </Stack>
  )
}
