/**
 * web/features/quality/place-state.tsx — whether a place is held as a whole, and what changes it: holding or lifting.
 */
import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../../api/client.ts'
import type { Hold, Place } from '../../api/types.ts'
import { HoldBadge } from '../../shared/hold-badge.tsx'
import { May } from '../../shared/may.tsx'
import { LiftHold } from './lift-hold.tsx'
import { PlaceHold } from './place-hold.tsx'

export function PlaceState({ place: { id, code } }: { place: Place }) {
  const [placing, { open, close }] = useDisclosure(false)
  const holds = useQuery({
    queryKey: ['holds', 'places'],
    queryFn: holdsOnPlaces,
    select: (all) => all.filter(({ placeId }) => placeId === id),
  })
  return (
    <Group gap="xs">
      {holds.data?.map((hold) => (
        <Group key={hold.id} gap={4}>
          <HoldBadge number={hold.number} />
          <LiftHold hold={hold} />
        </Group>
      ))}
      {holds.data?.length === 0 ? (
        <May to="hold">
          <Button size="compact-xs" variant="subtle" onClick={open} aria-label={`Hold place ${code}`}>
            Hold
          </Button>
        </May>
      ) : null}
      {placing ? <PlaceHold opened onClose={close} about={{ kind: 'place', id, code }} /> : null}
    </Group>
  )
}

/** Read to the end: a place must not look free because its hold is an old one. */
async function holdsOnPlaces(): Promise<Hold[]> {
  const found: Hold[] = []
  let cursor: string | null | undefined
  do {
    const query = { active: true, limit: 500, ...given({ cursor: cursor ?? undefined }) }
    const { items, next } = await answerOf(api.GET('/v1/holds', { params: { query } }))
    found.push(...items.filter(({ scope }) => scope === 'place'))
    cursor = next
  } while (cursor)
  return found
}
