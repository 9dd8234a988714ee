/**
 * web/features/mocks/mock-settings.tsx — how often a recall is rehearsed, and what a rehearsal has to reach.
 */
import { Button, Group, NumberInput, SimpleGrid, Stack, Switch, Text } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import type { MockSetting } from '../../api/types.ts'
import { dayHere } from '../../shared/day-here.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

export function MockSettings() {
  const setting = useQuery({
    queryKey: ['mock-recall-settings'],
    queryFn: () => answerOf(api.GET('/v1/mock-recall-settings')),
  })
  return (
    <Section title="Mock recalls">
      <Loaded of={setting} rows={4}>
        {(known) => <SettingForm key={JSON.stringify(known)} known={known} />}
      </Loaded>
    </Section>
  )
}

function SettingForm({ known }: { known: MockSetting }) {
  const may = useMay('set limits')
  const form = useForm<MockSetting>({ initialValues: known })
  const save = useWrite(
    (body: MockSetting, key) => answerOf(api.PUT('/v1/mock-recall-settings', { body, headers: intent(key) })),
    () => notifications.show({ message: 'Saved' }),
  )
  const elsewhere = useFieldProblems(form, save.problem)
  const isScheduled = form.values.everyMonths !== null
  return (
    <form onSubmit={form.onSubmit(save.send)}>
      <Stack gap="sm">
        <Switch
          label="Rehearse regularly"
          description="On its day a batch is drawn, and it stands in To settle until somebody starts its clock"
          checked={isScheduled}
          disabled={!may}
          onChange={({ currentTarget: { checked } }) =>
            form.setValues(checked ? { everyMonths: 6, nextOn: dayHere() } : { everyMonths: null, nextOn: null })
          }
        />
        <Targets form={form} may={may} />
        <ProblemAlert problem={elsewhere} />
        {may ? (
          <Group>
            <Button type="submit" variant="default" loading={save.sending} disabled={!form.isDirty()}>
              Save
            </Button>
          </Group>
        ) : (
          <Text c="dimmed">The owner decides this.</Text>
        )}
      </Stack>
    </form>
  )
}

function Targets({ form, may }: Readonly<{ form: UseFormReturnType<MockSetting>; may: boolean }>) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {form.values.everyMonths !== null ? (
        <>
          <NumberInput
            label="Every so many months"
            min={1}
            max={60}
            allowDecimal={false}
            disabled={!may}
            {...form.getInputProps('everyMonths')}
          />
          <DayInput label="Next on" disabled={!may} {...form.getInputProps('nextOn')} />
        </>
      ) : null}
      <NumberInput
        label="Minutes allowed"
        description="BRCGS asks for 240"
        min={1}
        max={10_080}
        allowDecimal={false}
        disabled={!may}
        {...form.getInputProps('minutesMax')}
      />
      <NumberInput
        label="Found, %"
        min={0}
        max={100}
        decimalScale={2}
        disabled={!may}
        {...form.getInputProps('foundMin')}
      />
      <NumberInput
        label="Reachable, %"
        min={0}
        max={100}
        decimalScale={2}
        disabled={!may}
        {...form.getInputProps('contactsMin')}
      />
    </SimpleGrid>
  )
}
