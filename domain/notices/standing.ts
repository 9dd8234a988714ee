/**
 * domain/notices/standing.ts — how far it has come with one recipient of a recall, told by what was sent and what came back.
 */
export const noticeStates = [
  'not_notified',
  'queued',
  'sent',
  'bounced',
  'read',
  'confirmed',
  'returned',
  'destroyed',
] as const
export type NoticeState = (typeof noticeStates)[number]
export const ways = ['email', 'letter', 'phone'] as const
export type Way = (typeof ways)[number]

export type Sent = Readonly<{
  way: 'email' | 'letter'
  state: 'queued' | 'sending' | 'sent' | 'bounced' | 'dropped' // dropped: the recall ended first
  at: string // when it was made
  settledAt: string | null
  openedAt: string | null
}>
export type Called = Readonly<{ outcome: 'reached' | 'no_answer' | 'wrong_number'; at: string }>
export type Told = Readonly<{
  notices: readonly Sent[] // in the order they were made
  calls: readonly Called[]
  answeredAt: string | null // last
  newsAt: string | null // when they were told of more than before: earlier answers are not of that
  quantity: number // units that certainly went to them
  kept: number // less what came back
  destroyed: number // of these, as they say
}>

export type Standing = Readonly<{
  state: NoticeState
  way: Way | null // by which they were told, last
  notifiedAt: string | null // first
  lastNoticeAt: string | null
  respondedAt: string | null // last; null where only the goods came back
  isNotified: boolean
  isClosed: boolean // nobody has to ask them again
  bounced: boolean // a mail or letter did not arrive, whatever followed
}>

/** Laws: a bounce alone notifies nobody; whoever opened, answered or was reached on the phone is notified; who is closed is not silent. */
export function standingOf(told: Told): Standing {
  const arrived = told.notices.filter(({ state, openedAt }) => state === 'sent' || openedAt !== null)
  const reached = told.calls.filter(({ outcome }) => outcome === 'reached')
  const times = [...arrived.map(({ settledAt, at }) => settledAt ?? at), ...reached.map(({ at }) => at)].toSorted()
  const respondedAt =
    [told.answeredAt, ...reached.map(({ at }) => at)]
      .filter((at) => at !== null && (told.newsAt === null || at >= told.newsAt))
      .toSorted()
      .at(-1) ?? null
  const state = stateOf(told, respondedAt !== null)
  return {
    state,
    way: wayOf(told.notices, reached),
    notifiedAt: times[0] ?? respondedAt,
    lastNoticeAt: times.at(-1) ?? null,
    respondedAt,
    isNotified: times.length > 0 || respondedAt !== null,
    isClosed: state === 'confirmed' || state === 'returned' || state === 'destroyed',
    bounced: told.notices.some((notice) => notice.state === 'bounced'),
  }
}

function stateOf({ notices, quantity, kept, destroyed }: Told, responded: boolean): NoticeState {
  if (quantity > 0 && kept <= 0) return 'returned'
  if (responded && kept > 0 && destroyed >= kept) return 'destroyed'
  if (responded) return 'confirmed'
  if (notices.some(({ openedAt }) => openedAt !== null)) return 'read'
  const states = new Set(notices.map(({ state }) => state))
  if (states.has('sent')) return 'sent'
  if (states.has('queued') || states.has('sending')) return 'queued'
  return states.has('bounced') ? 'bounced' : 'not_notified'
}

function wayOf(notices: readonly Sent[], reached: readonly Called[]): Way | null {
  const last = notices
    .filter(({ state, openedAt }) => (state !== 'bounced' && state !== 'dropped') || openedAt !== null)
    .at(-1)
  const call = reached.at(-1)
  if (call && (!last || last.at < call.at)) return 'phone'
  return last?.way ?? null
}
