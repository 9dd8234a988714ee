import { createRootRoute, Outlet, useLocation } from '@tanstack/react-router'
import { WithOutbox } from '../outbox/use-outbox.tsx'
import { Gate } from './gate.tsx'
import { LostPage, OopsPage } from './lost-page.tsx'
import { Shell } from './shell.tsx'

export const root = createRootRoute({
  component: Rooms,
  notFoundComponent: LostPage,
  errorComponent: OopsPage,
})

/** Customers answer a notice and look up a batch without signing in, and a phone is signed in by a code; all else is for those who work here. */
function Rooms() {
  const { pathname } = useLocation()
  if (pathname === '/answer' || pathname === '/phone' || pathname.startsWith('/b/')) return <Outlet />
  return (
    <Gate>
      <WithOutbox>
        <Shell />
      </WithOutbox>
    </Gate>
  )
}

/** A word of the address, or nothing where it is absent or not one of these. */
export const oneOf = <Word extends string>(value: unknown, words: readonly Word[]): Word | undefined =>
  words.find((word) => word === value)

/** A text of the address; a number that a person typed there is a text as well. */
export const textOf = (value: unknown): string | undefined =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined

/** A whole number of days in the address, 0 or more. */
export const dayCount = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined

/** Leaves out what is not there, so that the address stays short. */
export const present = <Search extends object>(search: Search) =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Search]?: Exclude<Search[Name], undefined>
  }
