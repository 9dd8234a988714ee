/**
 * web/features/labels/label-settings.tsx — whether the code on a label leads everybody to a page about the batch.
 */
import { Button, Group, Stack, Switch, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { LabelSetting } from '../../api/types.ts'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

export function LabelSettings() {
  const setting = useQuery({ queryKey: ['label-settings'], queryFn: () => answerOf(api.GET('/v1/label-settings')) })
  return (
    <Section title="Page behind the code on labels">
      <Loaded of={setting} rows={2}>
        {(known) => <PageSwitch key={JSON.stringify(known)} known={known} />}
      </Loaded>
    </Section>
  )
}

function PageSwitch({ known }: { known: LabelSetting }) {
  const may = useMay('change account')
  const [isOn, setOn] = useState(known.publicPage)
  const save = useWrite(
    (body: LabelSetting, key) => answerOf(api.PUT('/v1/label-settings', { body, headers: intent(key) })),
    () => notifications.show({ message: 'Saved' }),
  )
  const address = known.address ?? globalThis.location.origin
  return (
    <Stack gap="sm">
      <Switch
        label="Everybody may look up a batch by its label"
        description="The page tells the product, the last day, and whether a recall concerns the batch and what to do. It tells nothing of stock and customers. QR codes that are printed from now on lead to it."
        checked={isOn}
        disabled={!may}
        onChange={({ currentTarget: { checked } }) => setOn(checked)}
      />
      <Text c="dimmed" fz="sm">{`Links begin with ${address}. Turned off, printed codes lead to no page.`}</Text>
      <ProblemAlert problem={save.problem} />
      {may ? (
        <Group>
          <Button
            variant="default"
            loading={save.sending}
            disabled={isOn === known.publicPage}
            onClick={() => save.send({ publicPage: isOn, address })}
          >
            Save
          </Button>
        </Group>
      ) : null}
    </Stack>
  )
}
