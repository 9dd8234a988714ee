/**
 * web/outbox/queue.ts — what was done on this device and is not yet known to the server, in the order in which it was done.
 *
 * Pure. An act stays until the server has answered it, so whoever dies on the way sends it again; its id is the idempotency key, so the server
 * does it once. What the server refuses stays too, with its words, until a person settles it, and holds up nothing behind it.
 */
export type Act<Deed> = Readonly<{
  id: string
  person: string
  /** Acts on one document go one after the other. */
  document: string
  nth: number
  madeAt: string
  deed: Deed
  /** Why the server did not accept it; null while it waits to be sent. */
  refused: string | null
}>
export type NewAct<Deed> = Omit<Act<Deed>, 'nth' | 'refused'>
export type Change<Deed> = Readonly<
  | { kind: 'made'; act: NewAct<Deed> }
  | { kind: 'answered'; id: string }
  | { kind: 'refused'; id: string; words: string }
  /** What a person does with what was refused. */
  | { kind: 'again'; id: string }
  | { kind: 'replaced'; id: string; by: Readonly<{ id: string; deed: Deed }> }
  | { kind: 'forgotten'; id: string }
>
export type Queue<Deed> = readonly Act<Deed>[]

/** Law: only an answer, or a person who settles a refusal, takes an act away. */
export function changed<Deed>(queue: Queue<Deed>, change: Change<Deed>): Queue<Deed> {
  switch (change.kind) {
    case 'made':
      return queue.some(({ id }) => id === change.act.id) ? queue : [...queue, placed(queue, change.act)]
    case 'answered':
      return queue.filter(({ id }) => id !== change.id)
    case 'refused':
      return queue.map((act) => (act.id === change.id ? { ...act, refused: change.words } : act))
    case 'again':
      return queue.map((act) => (act.id === change.id ? { ...act, refused: null } : act))
    case 'replaced':
      return queue.map((act) => (isRefused(act, change.id) ? { ...act, ...change.by, refused: null } : act))
    case 'forgotten':
      return queue.filter((act) => !isRefused(act, change.id))
  }
}

const isRefused = ({ id, refused }: Act<unknown>, asked: string) => id === asked && refused !== null

const placed = <Deed>(queue: Queue<Deed>, act: NewAct<Deed>): Act<Deed> => ({
  ...act,
  nth: Math.max(0, ...queue.map(({ nth }) => nth)) + 1,
  refused: null,
})

export const waitingIn = <Deed>(queue: Queue<Deed>) => queue.filter(({ refused }) => refused === null)
export const refusedIn = <Deed>(queue: Queue<Deed>) => queue.filter(({ refused }) => refused !== null)

/** The first that waits of a document which is not left alone for now. */
export const nextToSend = <Deed>(queue: Queue<Deed>, resting: ReadonlySet<string>): Act<Deed> | null =>
  waitingIn(queue).find(({ document }) => !resting.has(document)) ?? null
