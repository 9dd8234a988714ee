/**
 * domain/notices/in-language.ts — the parts of a notice, and what a language says in and around them.
 */
import type { Occasion } from './choices.ts'

/** Free text, with {brand}, {number} and {title} in it. Product, batches, reason, hazard and the way to answer stand between them in any case. */
export type Wording = Readonly<{
  subject: string
  opening: string
  stop: string // to use, sell or pass on
  act: string // what to do with it
  passOn: string // whom else to tell; businesses only
  closing: string
}>
export const parts = ['subject', 'opening', 'stop', 'act', 'passOn', 'closing'] as const
export type Part = (typeof parts)[number]

/** What a language says around the parts. */
export type Labels = Readonly<{
  urgent: string
  dear: (name: string) => string
  what: string
  item: (of: Readonly<{ product: string; batch: string; lastDay: string | null; units: string }>) => string
  units: (certain: number, most: number) => string
  why: string
  hazard: string
  stop: string
  act: string
  passOn: string
  respond: string
  respondHere: string
  contact: (contact: string) => string
  regards: string
}>

/** By how grave it is and for whom. */
export type InLanguage = Readonly<{
  labels: Labels
  wording: (occasion: Occasion, isBusiness: boolean) => Wording
}>
