import type { ReactNode } from 'react'
import type { Permission } from '../api/types.ts'
import { useMe } from './use-me.ts'

/** Whether the person signed in may do this; the server asks again, and has the last word. */
export function useMay(to: Permission): boolean {
  const { data } = useMe()
  return data?.may.includes(to) ?? false
}

/** Shows what begins a change only to those who may make it. */
export const May = ({ to, children }: { to: Permission; children: ReactNode }) => (useMay(to) ? children : null)
