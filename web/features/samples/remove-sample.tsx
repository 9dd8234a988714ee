import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Sample } from '../../api/types.ts'
import { useMay } from '../../shared/may.tsx'
import { RemovalForm } from '../../shared/removal-form.tsx'

/** What became of units of a sample; nothing where none is left. */
export function RemoveSample({ sample: { id, number, left, batchCode } }: { sample: Sample }) {
  const [opened, dialog] = useDisclosure(false)
  if (!useMay('keep samples') || left === 0) return null
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dialog.open} aria-label={`Take out of sample ${number}`}>
        Take out
      </Button>
      {opened ? (
        <RemovalForm
          of={`sample ${number}`}
          left={left}
          leftOf={` of batch ${batchCode}`}
          ends={[
            {
              value: 'used',
              label: 'Used in a test',
              effect: 'They are used up; the batch tells so in its balance.',
            },
            {
              value: 'destroyed',
              label: 'Destroyed',
              effect: 'They are disposed of; the batch tells so in its balance.',
            },
            {
              value: 'returned',
              label: 'Back to stock',
              effect: 'They lie in a bin again, where putaway would bring them, and orders that wait get them at once.',
            },
          ]}
          send={async (body, key) => {
            const request = { params: { path: { id } }, body, headers: intent(key) }
            return (await answerOf(api.POST('/v1/samples/{id}/removals', request))).left
          }}
          onClose={dialog.close}
        />
      ) : null}
    </>
  )
}
