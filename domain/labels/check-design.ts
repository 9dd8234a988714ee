/**
 * domain/labels/check-design.ts — what is wrong with a design, all of it at once, each with its place and what would be right.
 */
import {
  bearsIdentifiers,
  type LabelDesign,
  type LabelKind,
  labelSymbologiesOf,
  ofKind,
  type SymbolPart,
  type TextPart,
} from './design.ts'

export type DesignProblem = Readonly<{ at: string; message: string }>

/** Label printers print nothing smaller, and no sheet of ours is larger. */
const sideMin = 10
const sideMax = 300
const textSizeMin = 1.2
const textSizeMax = 60
const textsMax = 40
const symbolsMax = 2
/** Rounding of what people type is no fault. */
const tolerance = 0.01

export function designProblems(kind: LabelKind, design: LabelDesign): DesignProblem[] {
  const problems: DesignProblem[] = []
  for (const side of ['width', 'height'] as const)
    if (!(design[side] >= sideMin && design[side] <= sideMax))
      problems.push({ at: side, message: `must be ${sideMin} to ${sideMax} mm` })
  if (design.texts.length === 0 && design.symbols.length === 0)
    problems.push({ at: 'texts', message: 'must have something on the label: a text or a code' })
  if (design.texts.length > textsMax) problems.push({ at: 'texts', message: `must be at most ${textsMax}` })
  if (design.symbols.length > symbolsMax) problems.push({ at: 'symbols', message: `must be at most ${symbolsMax}` })
  return [
    ...problems,
    ...design.texts.flatMap((part, at) => textProblems(kind, design, { part, at: `texts[${at}]` })),
    ...design.symbols.flatMap((part, at) => symbolProblems(kind, design, { part, at: `symbols[${at}]` })),
  ]
}

type Placed<Part> = Readonly<{ part: Part; at: string }>

function textProblems(kind: LabelKind, design: LabelDesign, { part, at }: Placed<TextPart>): DesignProblem[] {
  const problems: DesignProblem[] = []
  if (!ofKind[kind].fields.includes(part.field))
    problems.push({ at: `${at}.field`, message: `must be something that a label of a ${kind} can tell` })
  if (part.field === 'text' && (part.text ?? '').trim() === '')
    problems.push({ at: `${at}.text`, message: 'must say what stands there' })
  if (!(part.size >= textSizeMin && part.size <= textSizeMax))
    problems.push({ at: `${at}.size`, message: `must be ${textSizeMin} to ${textSizeMax} mm` })
  if (!(Number.isInteger(part.lines) && part.lines >= 1))
    problems.push({ at: `${at}.lines`, message: 'must be 1 or more' })
  return [...problems, ...outside(design, { ...part, height: textHeight(part) }, at)]
}

function symbolProblems(kind: LabelKind, design: LabelDesign, { part, at }: Placed<SymbolPart>): DesignProblem[] {
  const problems: DesignProblem[] = []
  if (!labelSymbologiesOf(kind).includes(part.symbology))
    problems.push({ at: `${at}.symbology`, message: `must be one that a label of a ${kind} can bear` })
  else if (bearsIdentifiers(part.symbology)) problems.push(...identifierProblems(kind, part.says, `${at}.says`))
  return [...problems, ...outside(design, part, at)]
}

function identifierProblems(kind: LabelKind, says: readonly string[], at: string): DesignProblem[] {
  const known = ofKind[kind].says
  const strange = says.find((ai) => !known.includes(ai))
  if (says.length === 0) return [{ at, message: `must name identifiers: ${known.join(', ')}` }]
  if (strange !== undefined) return [{ at, message: `must be among ${known.join(', ')}, and not ${strange}` }]
  return new Set(says).size < says.length ? [{ at, message: 'must name each identifier once' }] : []
}

/** One and a fifth of the letters is a line. */
export const lineHeight = 1.2
export const textHeight = ({ size, lines }: Pick<TextPart, 'size' | 'lines'>): number =>
  size + (lines - 1) * size * lineHeight

type Area = Readonly<{ x: number; y: number; width: number; height: number }>

function outside(design: LabelDesign, { x, y, width, height }: Area, at: string): DesignProblem[] {
  if (!(width > 0 && height > 0)) return [{ at, message: 'must have a width and a height' }]
  const over = [
    ...(x < -tolerance ? [`${round(-x)} mm over the left edge`] : []),
    ...(y < -tolerance ? [`${round(-y)} mm over the top`] : []),
    ...(x + width > design.width + tolerance ? [`${round(x + width - design.width)} mm over the right edge`] : []),
    ...(y + height > design.height + tolerance ? [`${round(y + height - design.height)} mm over the foot`] : []),
  ]
  return over.length === 0 ? [] : [{ at, message: `must lie on the label; it is ${over.join(' and ')}` }]
}

const round = (mm: number) => Math.round(mm * 10) / 10
