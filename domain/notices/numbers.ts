/**
 * domain/notices/numbers.ts — how many were told of a recall and answered, and what became of their units (21 CFR 7.53(b)).
 */
import type { Standing, Way } from './standing.ts'
import { sumOf, type WhereTheyAre } from './where-they-are.ts'

export type Counted = Standing &
  Readonly<{
    isMeant: boolean // by what the recall means now
    isPossible: boolean // may have got some, but not certainly
    mayAskAgain: boolean // silent for as long as the account waits
    hasNews: boolean // more of theirs is meant than they were told
    mail: 'sent' | 'bounced' | 'queued' | 'dropped' | null // of their last mail
    hasEmail: boolean
    asksAudience: boolean // a customer of whom nothing says whether it is a business
    /** An e-mail address that bounced reaches nobody. `hand`: an address that no letter of ours can show. */
    reach: Readonly<{ email: boolean; letter: boolean; hand: boolean; phone: boolean }>
    quantity: number
    most: number
    returned: number
    units: WhereTheyAre
  }>

export type NoticeNumbers = ReturnType<typeof noticeNumbersOf>

const rate = (part: number, all: number): number | null => (all === 0 ? null : Math.round((part / all) * 1000) / 10)

/**
 * Who is no longer meant is left out, and a return of everything counts as an answer. Laws: everybody who was notified has responded or is silent;
 * distributed = returned + have + destroyed + returning + used + unknown.
 */
export function noticeNumbersOf(all: readonly Counted[]) {
  const rows = all.filter(({ isMeant }) => isMeant)
  const count = (is: (row: Counted) => boolean) => rows.filter(is).length
  const by = (way: Way) => count((row) => row.isNotified && row.way === way)
  const sum = (of: (row: Counted) => number) => rows.reduce((total, row) => total + of(row), 0)
  const [notified, closed] = [count(({ isNotified }) => isNotified), count(({ isClosed }) => isClosed)]
  return {
    recipients: rows.length,
    possibleOnly: count(({ isPossible }) => isPossible),
    notified,
    queued: count(({ state }) => state === 'queued'),
    notNotified: count(({ isNotified, isClosed, state }) => !isNotified && !isClosed && state !== 'queued'),
    byWay: { email: by('email'), letter: by('letter'), phone: by('phone') },
    mailed: count(({ mail }) => mail === 'sent'),
    bounced: count(({ bounced }) => bounced),
    audienceUnsaid: count(isToBeSaid),
    withoutEmail: count(({ hasEmail }) => !hasEmail),
    hasNews: count(({ hasNews }) => hasNews),
    next: {
      mail: count(isToMail),
      mailAgain: count(isToMailAgain),
      letters: count(isToWrite),
      byHand: count(isToWriteByHand),
      calls: count(isToCall),
      noWay: count(isOutOfReach),
    },
    read: count(({ state, isClosed }) => state === 'read' || isClosed),
    responded: closed,
    silent: count(({ isNotified, isClosed }) => isNotified && !isClosed),
    toAskAgain: count(({ mayAskAgain }) => mayAskAgain),
    notificationRate: rate(notified, rows.length),
    responseRate: rate(
      count(({ isNotified, isClosed }) => isNotified && isClosed),
      notified,
    ),
    confirmedRate: rate(closed, rows.length),
    units: {
      distributed: sum(({ quantity }) => quantity),
      returned: sum(({ returned }) => returned),
      ...sumOf(rows.map(({ units }) => units)),
    },
    possible: sum(({ most, quantity }) => most - quantity),
  }
}

/** Where no mail leaves, an address for it reaches nobody. */
export const withoutMail = <Row extends Counted>(row: Row): Row => ({ ...row, reach: { ...row.reach, email: false } })

const isUntold = ({ isMeant, isNotified, isClosed, state, hasNews }: Counted): boolean =>
  isMeant && state !== 'queued' && (hasNews || (!isNotified && !isClosed))

export const isToMail = (row: Counted): boolean => isUntold(row) && row.reach.email

export const isToMailAgain = (row: Counted): boolean => row.mayAskAgain && !row.hasNews && row.reach.email

const needsOther = (row: Counted): boolean => (isUntold(row) || row.mayAskAgain) && !row.reach.email

/** Before they are told, or told again, a person says as whom. */
export const isToBeSaid = (row: Counted): boolean => row.isMeant && row.asksAudience && !row.isClosed

/** Whom no mail reaches, and has an address. */
export const isToWrite = (row: Counted): boolean => needsOther(row) && row.reach.letter

/** Whom no mail reaches, and has an address that a person has to write. */
export const isToWriteByHand = (row: Counted): boolean => needsOther(row) && row.reach.hand

/** Whom no mail reaches, and who stays silent; and who is written to by hand, for a person does both. */
export const isToCall = (row: Counted): boolean =>
  isToWriteByHand(row) || (row.reach.phone && ((isUntold(row) && !row.reach.email) || row.mayAskAgain))

/** Who has to be told and has neither an e-mail that works, nor an address, nor a phone. */
const isOutOfReach = (row: Counted): boolean => isUntold(row) && Object.values(row.reach).every((leads) => !leads)
