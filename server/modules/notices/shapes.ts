/**
 * server/modules/notices/shapes.ts — what routes of notices take and tell.
 */
import { audiences, languages, occasions } from '#domain/notices/choices.ts'
import { parts } from '#domain/notices/in-language.ts'
import { noticeStates, ways } from '#domain/notices/standing.ts'
import { Choice, Count, Day, Exactly, Id, Instant, Nullable, Quantity, Text, Type } from '#platform/http/index.ts'

const text = () => Nullable(Type.String())
export const Where = Type.Object({
  have: Count(),
  destroyed: Count(),
  returning: Count(),
  used: { ...Count(), description: 'Or sold on' },
  unknown: { ...Count(), description: 'Nothing was said of them' },
})
const Percent = () => Nullable(Type.Number({ description: 'Percent, to one place; null of none' }))
export const Numbers = Type.Object({
  recipients: Type.Integer({ description: 'Customers, and orders that name none' }),
  possibleOnly: Type.Integer({ description: 'Of them, who may have got some but not certainly' }),
  notified: Type.Integer(),
  queued: Type.Integer(),
  notNotified: Type.Integer(),
  byWay: Type.Object({ email: Type.Integer(), letter: Type.Integer(), phone: Type.Integer() }),
  mailed: Type.Integer({ description: 'Their last mail was taken by the mail server and did not come back' }),
  bounced: Type.Integer({ description: 'A mail or letter to them did not arrive, whatever followed' }),
  audienceUnsaid: Type.Integer({
    description: 'Customers to be told of whom nothing says whether they are a business: told as the settings say',
  }),
  withoutEmail: Type.Integer(),
  hasNews: Type.Integer({ description: 'More of theirs is meant than they were told' }),
  next: Type.Object({
    mail: Type.Integer({ description: 'Can be mailed now' }),
    mailAgain: Type.Integer({ description: 'Silent for long enough' }),
    letters: Type.Integer(),
    byHand: Type.Integer({ description: 'Need a letter, and have an address that no letter of ours can show' }),
    calls: Type.Integer({ description: 'To call, or to be written to by hand' }),
    noWay: Type.Integer({ description: 'To be told, with no e-mail that works, no address and no phone' }),
  }),
  read: Type.Integer(),
  responded: Type.Integer({ description: 'Answered, were reached on the phone, or sent everything back' }),
  silent: Type.Integer(),
  toAskAgain: Type.Integer(),
  notificationRate: Percent(),
  responseRate: Percent(),
  confirmedRate: { ...Percent(), description: 'Percent of all recipients, to one place' },
  units: Type.Object({ distributed: Count(), returned: Count(), ...Where.properties }),
  possible: { ...Count(), description: 'Units beyond these that may be of it, at most' },
})
const Item = Type.Object({
  batchId: Id(),
  batchCode: Type.String(),
  expiresOn: Nullable(Day()),
  sku: Type.String(),
  productName: Type.String(),
  quantity: { ...Count(), description: 'Certainly' },
  returned: Count(),
  kept: Count(),
  most: { ...Count(), description: 'At most, where nobody knows the batch' },
})
const Standing = {
  state: Choice(noticeStates),
  way: Nullable(Choice(ways)),
  notifiedAt: Nullable(Instant()),
  lastNoticeAt: Nullable(Instant()),
  respondedAt: Nullable(Instant()),
  bounced: Type.Boolean(),
  isMeant: Type.Boolean({ description: 'By what the recall means now' }),
  isPossible: Type.Boolean({ description: 'May have got some, at most as many as told' }),
  hasNews: Type.Boolean({ description: 'More of theirs is meant than they were told' }),
  mayAskAgain: Type.Boolean({ description: 'Silent for as long as the account waits' }),
}
export const Recipient = Type.Object({
  id: Id(),
  ...Standing,
  customerId: Nullable(Id()),
  customerCode: text(),
  orderId: Nullable(Id()),
  orderNumbers: Type.Array(Type.String()),
  channel: text(),
  audience: Choice(audiences),
  asksAudience: Type.Boolean({ description: 'Neither the customer nor a channel of trade says the audience' }),
  language: Choice(languages),
  quantity: Count(),
  most: Count(),
  returned: Count(),
  units: Where,
  items: Type.Array(Item),
  notices: Type.Integer(),
  calls: Type.Integer(),
  reach: Type.Object({
    email: Type.Boolean(),
    letter: Type.Boolean(),
    hand: Type.Boolean({ description: 'By a letter of which a person writes the address' }),
    phone: Type.Boolean(),
  }),
  contact: Nullable(
    Type.Object(
      {
        name: text(),
        email: text(),
        emailWrong: { ...text(), description: 'Why no mail goes to it' },
        phone: text(),
        address: text(),
        unprintable: { ...text(), description: 'Characters of name and address that no letter of ours can show' },
      },
      { description: 'For those who may see contacts' },
    ),
  ),
})
const Said = {
  have: Type.Integer({ minimum: 0 }),
  destroyed: Type.Integer({ minimum: 0 }),
  returning: Type.Integer({ minimum: 0 }),
  used: Type.Integer({ minimum: 0, description: 'Or sold on' }),
}
export const AnswerLines = (minItems: number) =>
  Type.Array(Exactly({ batchId: Id(), ...Said }), { minItems, maxItems: 200 })
const AnswerLine = Type.Object({ batchId: Id(), ...Said })
export const RecipientDetail = Type.Object({
  ...Recipient.properties,
  history: Type.Array(
    Type.Object({
      at: Instant(),
      kind: Choice(['notice', 'opened', 'bounce', 'call', 'answer']),
      way: Nullable(Choice(['email', 'letter'])),
      state: text(),
      wave: Nullable(Type.Integer()),
      byName: text(),
      says: text(),
      outcome: text(),
      lines: Type.Array(AnswerLine),
      proofs: Type.Array(Type.Object({ id: Id(), name: Type.String(), contentType: Type.String() })),
    }),
  ),
})
export const Happening = Type.Object({
  at: Instant(),
  kind: Choice(['wave', 'letters', 'bounce', 'call', 'answer', 'erased']),
  byName: text(),
  recipientId: Nullable(Id()),
  number: Nullable(Type.Integer()),
  recipients: Nullable(Type.Integer()),
  outcome: text(),
})
export const Overview = Type.Object({
  ...Numbers.properties,
  sendsMail: Type.Boolean({ description: 'The server is set up to send mail' }),
  silentDays: Type.Integer(),
  contact: { ...text(), description: 'How customers reach you; without it no notice goes out' },
  audience: { ...Choice(audiences), description: 'Of whom nothing else says it' },
  erasedAt: Nullable(Instant()),
  timeline: Type.Array(Happening),
})
export const Setting = Exactly({
  language: Choice(languages),
  audience: Choice(audiences),
  contact: Nullable({ ...Text(300), description: 'How customers reach you, as the notice says it' }),
  silentDays: Type.Integer({ minimum: 1, maximum: 90 }),
  againByItself: Type.Boolean({ description: 'Who stays silent is mailed a second time by itself' }),
  retentionDays: Type.Integer({
    minimum: 1,
    maximum: 7300,
    description: 'Days after the end of a recall; then names, addresses and words are erased',
  }),
})
const Words = Type.Object(
  Object.fromEntries(parts.map((part) => [part, Type.String()])) as Record<
    (typeof parts)[number],
    ReturnType<typeof Type.String>
  >,
)
export const chosenQuery = { occasion: Choice(occasions), audience: Choice(audiences), language: Choice(languages) }
export const Wordings = Type.Object({
  ...chosenQuery,
  version: Type.Integer({ description: '0: the words that are built in' }),
  parts: Words,
  builtIn: Words,
  versions: Type.Array(Type.Object({ version: Type.Integer(), madeBy: Type.String(), madeAt: Instant() })),
})
const part = (lengthMax: number) =>
  Type.Optional(
    Nullable(Type.String({ maxLength: lengthMax, pattern: '^[^\\u0000]*$', says: 'text without null characters' })),
  )
export const WordingChange = Exactly({
  ...chosenQuery,
  subject: part(200),
  opening: part(2000),
  stop: part(2000),
  act: part(2000),
  passOn: part(2000),
  closing: part(2000),
})
const Passage = Type.Object({ heading: text(), lines: Type.Array(Type.String()) })
export const Previewed = Type.Object({
  subject: Type.String(),
  passages: Type.Array(Passage),
  recipientId: Nullable(Id()),
})
export const AnswerPage = Type.Object({
  brand: Type.String(),
  contact: text(),
  number: Type.String(),
  language: Choice(languages),
  isOver: Type.Boolean(),
  subject: Type.String(),
  passages: Type.Array(Passage),
  items: Type.Array(
    Type.Object({
      batchId: Id(),
      batchCode: Type.String(),
      expiresOn: Nullable(Day()),
      sku: Type.String(),
      productName: Type.String(),
      quantity: Count(),
      most: Quantity(),
    }),
  ),
  last: Nullable(Type.Object({ at: Instant(), lines: Type.Array(AnswerLine) })),
})
const Token = () => Type.String({ minLength: 1, maxLength: 200, description: 'What stands behind the # of the link' })
export const TokenBody = Exactly({ token: Token() })
export const PageAnswer = Exactly({
  token: Token(),
  id: Id(),
  lines: AnswerLines(1),
  signedBy: { ...Text(200), description: 'Name, in the place of a signature' },
  remark: Type.Optional(Nullable(Text(2000))),
  proofs: Type.Optional(
    Type.Array(
      Exactly({
        name: Text(200),
        content: Type.String({
          minLength: 1,
          maxLength: 7_100_000,
          pattern: '^[A-Za-z0-9+/]+={0,2}$',
          description: 'In base64',
          says: 'the bytes of the file in base64',
        }),
      }),
      { maxItems: 3 },
    ),
  ),
})
export const Call = Exactly({
  id: Type.Optional(Id()),
  outcome: Choice(['reached', 'no_answer', 'wrong_number']),
  said: Type.Optional(Nullable(Text(2000))),
  lines: Type.Optional(AnswerLines(0)),
})
