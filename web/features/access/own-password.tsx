import { Modal, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { answerOf, api } from '../../api/client.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
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
  useFieldProblems(form, save.problem)
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
          <PasswordInput
            label="New password"
            description="At least 10 characters"
            autoComplete="new-password"
            minLength={10}
            required
            {...form.getInputProps('password')}
          />
          <DialogFoot problem={save.problem} onLeave={onClose} sending={save.sending}>
            Change it
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
