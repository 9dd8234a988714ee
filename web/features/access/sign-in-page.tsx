import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { answerOf, api } from '../../api/client.ts'
import { Entrance } from '../../shared/entrance.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

export function SignInPage() {
  const form = useForm({ initialValues: { email: '', password: '' } })
  const signIn = useWrite((body: { email: string; password: string }) => answerOf(api.POST('/v1/session', { body })))
  useFieldProblems(form, signIn.problem)
  return (
    <Entrance title="Sign in" about="Batch inventory: every unit tied to its batch, from the supplier to the door.">
      <form onSubmit={form.onSubmit((values) => signIn.send(values))}>
        <Stack gap="md">
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="username"
            required
            autoFocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
          />
          <ProblemAlert problem={signIn.problem} />
          <Button type="submit" loading={signIn.sending} fullWidth>
            Sign in
          </Button>
          <Button component="a" href="/phone" variant="subtle" fullWidth>
            With a code from the desk
          </Button>
        </Stack>
      </form>
    </Entrance>
  )
}
