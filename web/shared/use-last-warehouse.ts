/**
 * web/shared/use-last-warehouse.ts — where this browser worked last: the one warehouse that may be chosen beforehand, for
 * goods put into the wrong one are found late.
 */
import { useLocalStorage } from '@mantine/hooks'
import { useWarehouses } from './use-warehouses.ts'

type LastWarehouse = Readonly<{
  /** The code to begin with; null where there are several and none was used here. */
  code: string | null
  /** Why it is chosen, where a person should look at it. */
  says: string | null
  ready: boolean
  remember: (code: string) => void
}>

export function useLastWarehouse(): LastWarehouse {
  const { data } = useWarehouses()
  const [last, remember] = useLocalStorage<string | null>({ key: 'firstout-receive-warehouse', defaultValue: null })
  const [only, ...others] = data ?? []
  const known = data?.find(({ code }) => code === last)?.code ?? null
  const several = others.length > 0
  return {
    code: several ? known : (only?.code ?? null),
    says: several && known !== null ? 'as last time on this device' : null,
    ready: data !== undefined,
    remember,
  }
}
