/**
 * domain/email-address.ts — whether mail can go to what somebody typed: what is mistyped is told while it can still be put right.
 */

type Rule = readonly [says: string, isBroken: (address: string) => boolean]

const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1)

/** The first that is broken is told. No quoted names and no bare numbers, which RFC 5321 knows and no customer has. */
const rules: readonly Rule[] = [
  ['has a space in it', (address) => /\s/.test(address)],
  ['has no @', (address) => !address.includes('@')],
  ['has more than one @: one address only', (address) => address.split('@').length > 2],
  ['has nothing before the @', (address) => address.startsWith('@')],
  ['ends with a dot', (address) => address.endsWith('.')],
  ['has no dot after the @, as in example.com', (address) => !domainOf(address).includes('.')],
  ['has a dot too many', (address) => /^\.|\.\.|\.@|@\./.test(address)],
  ['has a character that no e-mail address has', (address) => /[\p{Cc}<>()[\],;:"\\]/u.test(address)],
  [
    'does not end as a domain does, as in example.com',
    (address) => !/\.[\p{L}][\p{L}\p{N}-]*[\p{L}\p{N}]$/u.test(address),
  ],
]

/** In words that follow "the e-mail address"; null where nothing is wrong with it. */
export const whyNoEmail = (address: string): string | null =>
  rules.find(([, isBroken]) => isBroken(address))?.[0] ?? null
