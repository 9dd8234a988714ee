import { Button, Modal, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewBody, Rule } from '../../api/types.ts'
import { isoDayInWords } from '../../shared/date-text.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { Loaded } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { RulePreviewShown } from './rule-preview.tsx'
import { useRulePreview } from './use-rule-preview.ts'

export function EndRule({ rule }: { rule: Rule }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" onClick={open}>
        End
      </Button>
      {opened ? <EndRuleForm rule={rule} onClose={close} /> : null}
    </>
  )
}

/** It can be ended once it was shown what that changes. */
function EndRuleForm({ rule: { id, name }, onClose }: Readonly<{ rule: Rule; onClose: () => void }>) {
  const form = useForm({ initialValues: { lastDay: null as string | null, reason: '' } })
  const preview = useRulePreview({ ends: id })
  const end = useWrite(
    (body: NewBody<'/v1/rules/{id}/ending'>, key) =>
      answerOf(api.POST('/v1/rules/{id}/ending', { params: { path: { id } }, body, headers: intent(key) })),
    ({ state, validUntil }) => {
      const message = state === 'over' ? `“${name}” holds no more.` : `“${name}” ends after ${lastDayOf(validUntil)}.`
      notifications.show({ message })
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, end.problem)
  const send = ({ lastDay, reason }: typeof form.values) => end.send({ reason: reason.trim(), ...given({ lastDay }) })
  return (
    <Modal opened onClose={onClose} title={`End rule “${name}”`} size="lg">
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <Loaded of={preview} rows={3}>
            {(got) => <RulePreviewShown preview={got} />}
          </Loaded>
          <DayInput
            label="Last day"
            description="Empty: it ends at once"
            clearable
            {...form.getInputProps('lastDay')}
          />
          <Textarea
            label="Reason"
            description="Stays with the rule"
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          <DialogFoot
            problem={elsewhere}
            onLeave={onClose}
            sending={end.sending}
            disabled={preview.data === undefined}
            danger
          >
            End the rule
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

const lastDayOf = (day: string | null) => (day === null ? 'its last day' : isoDayInWords(day))
