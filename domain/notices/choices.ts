/**
 * domain/notices/choices.ts — the languages that notices are written in, whom they are for, and on what occasion.
 */
export const languages = ['en', 'de', 'fr', 'es'] as const
export type Language = (typeof languages)[number]

export const audiences = ['consumer', 'retail', 'wholesale'] as const
export type Audience = (typeof audiences)[number]

const tradeChannel = /\b(wholesalers?|b2b|trade|distribut(ion|ors?)|resellers?)\b/i

/** A channel that is called so sells to businesses; of the others its name says nothing. */
export const audienceOfChannels = (channels: readonly string[]): Audience | null =>
  channels.some((channel) => tradeChannel.test(channel)) ? 'wholesale' : null

/** A class of 21 CFR 7.3(m), a recall of which the class is not decided yet, or one of the milder kinds. */
export const occasions = ['class_I', 'class_II', 'class_III', 'unclassified', 'withdrawal', 'stock_recovery'] as const
export type Occasion = (typeof occasions)[number]

type Called = Readonly<{ kind: string; class: string | null }>

/** A rehearsal is written as the real one would be. */
export function occasionOf({ kind, class: of }: Called): Occasion {
  if (kind === 'withdrawal' || kind === 'stock_recovery') return kind
  return of === null ? 'unclassified' : (occasions.find((one) => one === `class_${of}`) ?? 'unclassified')
}

/** 21 CFR 7.49(b): marked URGENT for classes I and II; what nobody has classified yet is taken for grave. */
export const isUrgent = (occasion: Occasion): boolean => ['class_I', 'class_II', 'unclassified'].includes(occasion)
