import { Modal, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { answerOf, api } from '../../api/client.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { NewPasswordInput } from '../../shared/new-password-input.tsx'
import { useWrite } from '../../shared/use-write.ts'

type Passwords = { current: string; password: string }

/** The password of whoever is signed in. */
export function OwnPassword({ onClose }: { onClose: () => void }) {
  const form = useForm<Passwords>({ initialValues: { current: '', password: '' } })
  const save = useWrite(
    (body: Passwords) => answerOf(api.PUT('/v1/me/password', { body })),
    () => {
      notifications.show({ message: 'Your password is changed. Other browsers were signed out.' })
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, save.problem)
  return (
    <Modal opened onClose={onClose} title="Change your password">
      <form onSubmit={form.onSubmit((values) => save.send(values))}>
        <Stack gap="md">
          <PasswordInput
            label="Password until now"
            autoComplete="current-password"
            required
            data-autofocus
            {...form.getInputProps('current')}
          />
          <NewPasswordInput label="New password" {...form.getInputProps('password')} />
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={save.sending}>
            Change it
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
