/**
 * domain/mocks/judge-mock.ts — whether a rehearsed recall was good enough: all four things delivered, in time, everything found, everybody reachable (BRCGS Food 3.9.3, 3.11).
 */
import { counted } from '../counted.ts'
import type { MassBalance } from '../mass-balance.ts'
import { percentOf } from '../percent.ts'

export const deliverables = ['back', 'forward', 'balance', 'contacts'] as const
export type Deliverable = (typeof deliverables)[number]
export const mockActs = ['start', ...deliverables, 'end', 'abandon'] as const
export type MockActKind = (typeof mockActs)[number]
export const mockStates = ['ready', 'running', 'ended', 'abandoned'] as const
export type MockState = (typeof mockStates)[number]

/** Percent with two decimals. */
export type MockTargets = Readonly<{ minutesMax: number; foundMin: number; contactsMin: number }>
/** BRCGS asks for four hours; 99.5 % found is what retailers commonly ask for. */
export const usualTargets: MockTargets = { minutesMax: 240, foundMin: 99.5, contactsMin: 100 }

export type MockMeasured = Readonly<{
  confirmed: readonly Deliverable[]
  seconds: number // from the start to the last of them
  foundPercent: number
  contactsPercent: number
}>

export function mockState(acts: readonly { kind: MockActKind }[]): MockState {
  const done = (kind: MockActKind) => acts.some((act) => act.kind === kind)
  if (done('abandon')) return 'abandoned'
  if (done('end')) return 'ended'
  return done('start') ? 'running' : 'ready'
}

const words: Readonly<Record<Deliverable, string>> = {
  back: 'where it came from',
  forward: 'who got it',
  balance: 'that every unit is accounted for',
  contacts: 'that everybody can be reached',
}

/** All that stands against a pass, each with its number; none where it passed. */
export function failingsOf(targets: MockTargets, measured: MockMeasured): string[] {
  const missing = deliverables.filter((one) => !measured.confirmed.includes(one))
  const minutes = Math.ceil(measured.seconds / 60)
  return [
    ...missing.map((one) => `Nobody confirmed ${words[one]}.`),
    ...(minutes > targets.minutesMax ? [`It took ${minutes} minutes; ${targets.minutesMax} are allowed.`] : []),
    ...(measured.foundPercent < targets.foundMin
      ? [`${measured.foundPercent} % was found; ${targets.foundMin} % is asked for.`]
      : []),
    ...(measured.contactsPercent < targets.contactsMin
      ? [`${measured.contactsPercent} % can be reached; ${targets.contactsMin} % is asked for.`]
      : []),
  ]
}

type Balance = Pick<MassBalance, 'in' | 'out' | 'onHand'>

/** Law: a unit too many counts like a unit too few. What people counted stands for what should lie here. */
export function accountedOf(balances: readonly Balance[], seen: number | null): number {
  const sum = (of: keyof Balance) => balances.reduce((all, row) => all + row[of], 0)
  const accounted = sum('out') - sum('onHand') + (seen ?? sum('onHand'))
  return Math.max(sum('in') - Math.abs(sum('in') - accounted), 0)
}

export const foundPercent = (balances: readonly Balance[], seen: number | null): number =>
  percentOf(
    accountedOf(balances, seen),
    balances.reduce((all, row) => all + row.in, 0),
  )

type Came = Readonly<{ received: number; made: number; found: number }>

/** Of what came into a batch, what no receipt and no production run tells the source of. */
export const withoutSource = (came: Came, told: Readonly<{ receipts: number; hasParents: boolean }>): number =>
  Math.max(came.received + came.made + came.found - told.receipts - (told.hasParents ? came.made : 0), 0)

type Reachable = Readonly<{ hasEmail: boolean; hasAddress: boolean }>

export const isReachable = ({ hasEmail, hasAddress }: Reachable): boolean => hasEmail || hasAddress

/** `emailWrong`: why no mail goes to the e-mail address that is known, as `whyNoEmail` says it; null where none is known, or mail goes to it. */
type Contact = Readonly<{ name: string; emailWrong: string | null }>

type Gaps = Readonly<{
  unreachable: readonly Contact[]
  mistyped: readonly Contact[] // whom a letter reaches all the same
  sourceless: readonly Readonly<{ batch: string; quantity: number }>[]
  gap: number
}>
export type Owed = Readonly<{ cause: 'contact' | 'source' | 'balance'; says: string }>

/** What has to be put right, one a gap. */
export const owedFor = ({ unreachable, mistyped, sourceless, gap }: Gaps): Owed[] => [
  ...unreachable.map(({ name, emailWrong }) => ({
    cause: 'contact' as const,
    says:
      emailWrong === null
        ? `Find out how to reach ${name}: neither e-mail nor address is known.`
        : `Find out how to reach ${name}: the e-mail address ${emailWrong}, and no postal address is known.`,
  })),
  ...mistyped.map(({ name, emailWrong }) => ({
    cause: 'contact' as const,
    says: `Find out the right e-mail address of ${name}: the one that is known ${emailWrong}. Only a letter reaches them.`,
  })),
  ...sourceless.map(({ batch, quantity }) => ({
    cause: 'source' as const,
    says: `Find out where ${counted(quantity, 'unit')} of batch ${batch} came from: no receipt and no production run tells.`,
  })),
  ...(gap === 0
    ? []
    : [
        {
          cause: 'balance' as const,
          says: `${counted(Math.abs(gap), 'unit')} ${gap > 0 ? 'are missing' : 'are too many'}: find out why.`,
        },
      ]),
]
