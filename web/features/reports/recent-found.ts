/**
 * web/features/reports/recent-found.ts — what was opened from the search in this tab, the last first; until somebody signs out, for others may sign in on
 * the same device.
 */
import { useSessionStorage } from '@mantine/hooks'
import type { Found } from '../../api/types.ts'
import { useMe } from '../../shared/use-me.ts'

const kept = 8

const isSame = (one: Found, other: Found): boolean =>
  one.kind === other.kind && one.id === other.id && one.title === other.title

export function useRecentFound() {
  const me = useMe().data
  const [recent, setRecent] = useSessionStorage<readonly Found[]>({
    key: `firstout-found ${me?.account.name} ${me?.name}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  })
  const remember = (opened: Found) =>
    setRecent([opened, ...recent.filter((one) => !isSame(one, opened))].slice(0, kept))
  return { recent, remember }
}
