/**
 * domain/labels/code-128.ts — a message as the data of a printer's Code 128 command (ZPL II, `^BC`): which code set each part is in is said by us, so that every
 * printer prints the same bars (ISO/IEC 15417).
 */
import { separator } from '../gs1/element-string.ts'

const startSets = { B: '>:', C: '>;' } as const
const toSet = { B: '>6', C: '>5' } as const
const fnc1 = '>8'
/** What the command takes for something else. */
const spelled: Readonly<Record<string, string>> = { '>': '>0', '^': '><', '~': '>=' }
/** Of so many digits, pairs are shorter than single ones, within a message and at its ends. */
const pairsWithin = 6
const pairsAtEnd = 4

export type Code128 = Readonly<{ text: string; modules: number }>

/** Of ASCII from space to tilde; FNC1 where the message has a group separator (0x1D). */
export function code128(message: string): Code128 {
  const parts = partsOf(message)
  let set = parts[0]?.set ?? 'B'
  let text: string = startSets[set]
  let codewords = 2 // start and check
  for (const part of parts) {
    if (part.set !== set) {
      text += toSet[part.set]
      codewords += 1
      set = part.set
    }
    for (const letter of part.text) text += letter === separator ? fnc1 : (spelled[letter] ?? letter)
    codewords += lengthOf(part)
  }
  return { text, modules: codewords * 11 + 13 }
}

type Part = Readonly<{ set: 'B' | 'C'; text: string }>

const lengthOf = ({ set, text }: Part): number => {
  const functions = text.split(separator).length - 1
  const rest = text.length - functions
  return functions + (set === 'C' ? rest / 2 : rest)
}

/** FNC1 is in every code set, so a run of digits goes on behind it. */
function partsOf(message: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { index, 0: run } of message.matchAll(/[^ -~]*\d{2,}(?:[^ -~]\d{2,})*[^ -~]*/g)) {
    join(parts, 'B', message.slice(at, index))
    at = index + run.length
    const isEnd = index === 0 || at === message.length
    const digits = run.replaceAll(separator, '').length
    if (digits < (isEnd ? pairsAtEnd : pairsWithin) && digits !== message.length) join(parts, 'B', run)
    else joinRun(parts, run)
  }
  join(parts, 'B', message.slice(at))
  return parts
}

function joinRun(parts: Part[], run: string): void {
  for (const [piece] of run.matchAll(/[^ -~]|\d+/g)) joinPairs(parts, piece)
}

function join(parts: Part[], set: Part['set'], text: string): void {
  if (text === '') return
  const last = parts.at(-1)
  if (last?.set === set) parts[parts.length - 1] = { set, text: last.text + text }
  else parts.push({ set, text })
}

/** An odd digit stands where its code set is that of its neighbours. */
function joinPairs(parts: Part[], piece: string): void {
  const isOdd = piece !== separator && piece.length % 2 === 1
  const before = isOdd && parts.at(-1)?.set === 'B' ? 1 : 0
  const behind = isOdd && before === 0 ? 1 : 0
  join(parts, 'B', piece.slice(0, before))
  join(parts, 'C', piece.slice(before, piece.length - behind))
  join(parts, 'B', piece.slice(piece.length - behind))
}
