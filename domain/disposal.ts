/**
 * domain/disposal.ts — goods that are destroyed: who signs for it, and what state it is in.
 */
export const disposalStates = ['draft', 'signed', 'destroyed', 'cancelled', 'reversed'] as const
export type DisposalState = (typeof disposalStates)[number]
export const meanings = ['author', 'witness'] as const
/** As what somebody signs: who wants it destroyed, or who sees it. */
export type Meaning = (typeof meanings)[number]

export type Disposal = Readonly<{
  byPassword: boolean // prescription drugs: two sign, and each shows a password
  authorId: string | null
  authorIsKey: boolean // a program wrote it: then any person signs as the author
  destroyedAt: string | null
  cancelledAt: string | null
  reversedAt: string | null
}>
export type Signature = Readonly<{ meaning: Meaning; personId: string }>

/** A witness sees it in every case; of prescription drugs the author signs as well. */
export const signaturesNeeded = ({ byPassword }: Pick<Disposal, 'byPassword'>): readonly Meaning[] =>
  byPassword ? ['author', 'witness'] : ['witness']

export const signaturesMissing = (
  disposal: Pick<Disposal, 'byPassword'>,
  signatures: readonly Pick<Signature, 'meaning'>[],
): Meaning[] => signaturesNeeded(disposal).filter((needed) => signatures.every(({ meaning }) => meaning !== needed))

export function disposalState(disposal: Disposal, signatures: readonly Pick<Signature, 'meaning'>[]): DisposalState {
  if (disposal.cancelledAt !== null) return 'cancelled'
  if (disposal.reversedAt !== null) return 'reversed'
  if (disposal.destroyedAt !== null) return 'destroyed'
  return signaturesMissing(disposal, signatures).length === 0 ? 'signed' : 'draft'
}

export type SignatureProblem = 'not_needed' | 'signed_already' | 'password_needed' | 'not_the_author' | 'own_witness'

/** Why this one cannot sign, or null. Nobody is a witness of what is his own, or of what he signed as its author. */
export function signatureProblem(
  disposal: Disposal,
  signed: readonly Signature[],
  ask: Signature & Readonly<{ byPassword: boolean }>,
): SignatureProblem | null {
  if (!signaturesNeeded(disposal).includes(ask.meaning)) return 'not_needed'
  if (signed.some(({ meaning }) => meaning === ask.meaning)) return 'signed_already'
  if (disposal.byPassword && !ask.byPassword) return 'password_needed'
  if (signed.some(({ personId }) => personId === ask.personId)) return 'own_witness'
  if (ask.meaning === 'author')
    return disposal.authorIsKey || ask.personId === disposal.authorId ? null : 'not_the_author'
  return ask.personId === disposal.authorId ? 'own_witness' : null
}

/** Of a line, in minor units: to the nearest, halves up. Null where no receipt said a cost. */
export const costOfUnits = (quantity: number, unitCost: number | null): number | null =>
  unitCost === null ? null : Math.round(quantity * unitCost)

/** Null where any line's is not known: a sum of a part would look like the whole. */
export const costOfAll = (costs: readonly (number | null)[]): number | null =>
  costs.reduce<number | null>((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0)

/** Where the account keeps no list of its own. */
export const usualReasons: string[] = [
  'Expired',
  'Damaged',
  'Failed inspection',
  'Recalled',
  'Contaminated',
  'Returned unsaleable',
]
export const usualMethods: string[] = [
  'Destroyed on site',
  'Incineration by contractor',
  'Landfill',
  'Recycling',
  'Reverse distributor',
]
