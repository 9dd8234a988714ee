/**
 * web/outbox/use-outbox.tsx — the outbox of who is signed in, for every page.
 */
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react'
import { readAgain } from '../shared/change-signal.ts'
import { useMe } from '../shared/use-me.ts'
import type { Deed, DeedAct } from './deeds.ts'
import { type Outbox, openOutbox } from './open-outbox.ts'
import { type Queue, refusedIn, waitingIn } from './queue.ts'

const OutboxContext = createContext<Outbox | null>(null)

export function WithOutbox({ children }: { children: ReactNode }) {
  const person = useMe().data?.id ?? null
  if (person === null) return children
  return (
    <OutboxOf key={person} person={person}>
      {children}
    </OutboxOf>
  )
}

function OutboxOf({ person, children }: { person: string; children: ReactNode }) {
  const client = useQueryClient()
  const [outbox] = useState(() => openOutbox(person, () => readAgain(client)))
  useEffect(() => outbox.start(), [outbox])
  return <OutboxContext value={outbox}>{children}</OutboxContext>
}

/** Null for who is no person of ours. */
export const useOutbox = (): Outbox | null => use(OutboxContext)

const nothing: Queue<Deed> = []
const never = () => () => {}

export function useQueue(): Readonly<{ waiting: readonly DeedAct[]; refused: readonly DeedAct[] }> {
  const outbox = useOutbox()
  const queue = useSyncExternalStore(outbox?.subscribe ?? never, outbox?.now ?? (() => nothing))
  return { waiting: waitingIn(queue), refused: refusedIn(queue) }
}

/** What is queued of one document. */
export function useQueueOf(document: string) {
  const { waiting, refused } = useQueue()
  const ofIt = (act: DeedAct) => act.document === document
  return { waiting: waiting.filter(ofIt), refused: refused.filter(ofIt) }
}
