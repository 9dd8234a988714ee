import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Redating } from '../../api/types.ts'
import { RemovalForm } from '../../shared/removal-form.tsx'

/** Opened units are used up or thrown away. */
export function RemoveOpened({ redating: { id, childCode, opened: left } }: { redating: Redating }) {
  const [opened, dialog] = useDisclosure(false)
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={dialog.open}
        aria-label={`Take out opened units of ${childCode}`}
      >
        Take out
      </Button>
      {opened ? (
        <RemovalForm
          of={`opened units of ${childCode}`}
          left={left}
          ends={[
            { value: 'used', label: 'Used up' },
            { value: 'thrown_away', label: 'Thrown away' },
          ]}
          send={async (body, key) => {
            const request = { params: { path: { id } }, body, headers: intent(key) }
            return (await answerOf(api.POST('/v1/redatings/{id}/removals', request))).opened
          }}
          onClose={dialog.close}
        />
      ) : null}
    </>
  )
}
