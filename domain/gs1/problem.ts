/**
 * domain/gs1/problem.ts — what is wrong with a scan, and where: its code is stable, its words are in one place.
 */
import { type Fault, faultWords } from './fault.ts'
import type { Identifier } from './identifiers.ts'

export type Element = Readonly<{ ai: string; value: string }>
/** `at` counts the characters of the scan, from 0, to where the identifier stands. */
export type PlacedElement = Element & Readonly<{ at: number }>

export type ScanProblem = Readonly<{
  code: string
  /** Counts the characters of the scan, from 0. */
  at: number
  says: string
  /** Whose value is wrong; null where the scan itself is. */
  ai: string | null
}>

const words = {
  bad_escape: 'a backslash must be followed by one of " \\\\ / b f n r t, or by u and four hexadecimal digits',
  elements_unreadable: 'a line must be a list as [{"ai":"01","value":"09506000134352"}]',
  nothing_scanned: 'nothing was scanned',
  nothing_follows: 'nothing follows: an identifier with its value must',
  unknown_identifier: 'no GS1 identifier begins with {text}; a value may have run on because a separator is missing',
  too_many_identifiers: 'there are more than 64 identifiers',
  repeated_identifier: '({ai}) is there twice, and says two things',
  barred_identifier: '({ai}) must not stand beside ({other})',
  missing_identifier: '({ai}) needs {needs} beside it',
  unserialised_key: '({ai}) must have its serial number, as a digital signature (8030) is of one thing',
  separator_perhaps_missing: 'batch (10) may be {whole}, or {batch} with {rest} behind it: a separator may be missing',
  brackets_expected: 'an identifier in brackets must stand there, as (10)',
  bracket_not_closed: 'the bracket is not closed',
  unknown_symbology: '{text} names no kind of code that is known',
  symbology_missing: 'a reader says first which kind of code it read, as ]C1 or ]d2; here nothing does',
  wrong_digits: 'the number must have {right} digits, not {text}',
  wrong_check_digit: 'the number has the check digit {bad}, but needs {right}',
  separator_within: 'the code has no elements, so nothing in it may stand for a separator: {text}',
  elements_expected: 'this kind of code carries elements, which begin with FNC1',
  number_too_large: 'this kind of code takes numbers up to {right}',
  link_characters: '{text} must not stand in an address as it is: write it as a per cent sign and two digits',
  link_scheme: 'an address begins with https:// or http://, all small or all capital',
  link_domain: 'behind the two slashes must stand the name of a machine, and then a path; {text} is none',
  link_without_key:
    'the address names nothing by GS1: its path must end in a key and its value, as /01/09506000134352. A compressed link must be uncompressed first',
  link_empty_value: '({ai}) has no value',
  link_null: '({ai}) has the character %00, which is not allowed',
  link_order: 'the path must have, behind ({ai}), {right}, not {text}',
  link_unknown_query: 'no GS1 identifier is {text}, and what is not GS1 must not be all digits',
  link_repeated: '({ai}) stands in the address twice',
  link_not_an_attribute: '({ai}) must not stand behind the question mark',
  link_belongs_in_path: '({ai}) must stand in the path, not behind the question mark',
  link_key_missing: 'none of the elements is a key that a link may begin with, as (01)',
} as const
export type ProblemCode = keyof typeof words

type Facts = Readonly<Record<string, string>>

/** `facts` fill the words in; `ai` both names whose problem it is and fills. */
export function problem(
  code: ProblemCode,
  at: number,
  { ai = null, ...facts }: { ai?: string | null } & Facts = {},
): ScanProblem {
  const all: Facts = { ...facts, ai: ai ?? '' }
  return { code, at, ai, says: words[code].replaceAll(/\{(\w+)\}/g, (_, fact: string) => all[fact] ?? '') }
}

/** Of a value that begins at `at`. */
export const problemOf = (
  { ai, title }: Identifier,
  fault: Fault,
  { value, at }: { value: string; at: number },
): ScanProblem => ({
  code: fault.code,
  at: at + fault.at,
  ai,
  says: `${title} (${ai}) ${faultWords(fault, value)}`,
})
