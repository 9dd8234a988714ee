/**
 * server/modules/labels/preview.ts — how a label will look, of a thing or of an example, with what is wrong with it.
 */
import { designProblems } from '#domain/labels/check-design.ts'
import type { LabelDesign, LabelKind } from '#domain/labels/design.ts'
import { exampleFacts } from '#domain/labels/example.ts'
import type { LabelFacts } from '#domain/labels/facts.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { addressed, factsOf } from './facts/facts-of.ts'
import { labelSvg } from './print/as-svg.ts'
import { layOut, type Resolution } from './print/lay-out.ts'
import { linkStem } from './setting.ts'
import { templateOf } from './templates.ts'

export type PreviewAsk = Readonly<{
  kind: LabelKind
  of?: string
  template?: string
  design?: LabelDesign
  pack?: number
  resolution?: Resolution
}>

/** A design that is wrong is shown all the same, as far as it can be. Refuses `not_found`. */
export async function preview(db: Db, { kind, of, template, design, pack = 1, resolution = 203 }: PreviewAsk) {
  const drawn = design ?? (template === undefined ? null : (await templateOf(db, template)).design)
  if (drawn === null)
    throw new Refusal('invalid_input', { problems: [{ at: 'template', message: 'or a design must be given' }] })
  const wrong = designProblems(kind, drawn)
  const shown = wrong.some(({ at }) => at === 'width' || at === 'height') ? { ...drawn, ...blank } : drawn
  const facts = of === undefined ? exampleFacts[kind] : await factsOfOne(db, { kind, of, pack })
  const label = layOut(shown, facts, { resolution, stem: await linkStem(db) })
  return {
    svg: labelSvg(label),
    codes: label.symbols.map(({ content: { symbology, message, reads } }) => ({ symbology, message, reads })),
    notes: [...label.notes],
    problems: [...wrong, ...label.problems.map((message) => ({ at: 'symbols', message }))],
  }
}

/** Of a size that is none. */
const blank = { width: 100, height: 50, texts: [], symbols: [] }

async function factsOfOne(
  db: Db,
  { kind, of, pack }: { kind: LabelKind; of: string; pack: number },
): Promise<LabelFacts> {
  const subjects = await factsOf(db, { kind, of: [of], pack })
  const [facts] = await addressed(db, kind, subjects)
  return facts ?? exampleFacts[kind]
}
