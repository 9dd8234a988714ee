import { Modal, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { answerOf, api, intent } from '../../api/client.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { NewPasswordInput } from '../../shared/new-password-input.tsx'
import { useWrite } from '../../shared/use-write.ts'

type NewPasswordProps = Readonly<{ person: Readonly<{ id: string; name: string }>; onClose: () => void }>

/** What an owner does for somebody who forgot theirs. */
export function NewPassword({ person: { id, name }, onClose }: NewPasswordProps) {
  const form = useForm({ initialValues: { password: '' } })
  const save = useWrite(
    (body: { password: string }, key) =>
      answerOf(api.PUT('/v1/people/{id}/password', { params: { path: { id } }, body, headers: intent(key) })),
    () => {
      notifications.show({ message: `${name} has a new password, and was signed out everywhere.` })
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, save.problem)
  return (
    <Modal opened onClose={onClose} title={`New password for ${name}`}>
      <form onSubmit={form.onSubmit((values) => save.send(values))}>
        <Stack gap="md">
          <NewPasswordInput
            label="New password"
            also="tell it them in person"
            data-autofocus
            {...form.getInputProps('password')}
          />
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={save.sending}>
            Set the password
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
