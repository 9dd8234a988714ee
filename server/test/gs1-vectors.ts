/**
 * server/test/gs1-vectors.ts — the vectors of GS1's own programs, and their notation: `^` is FNC1.
 */
import { readFileSync } from 'node:fs'
import { separator } from '#domain/gs1/element-string.ts'

const folder = process.env.FIRSTOUT_DATA
  ? new URL(`file://${process.env.FIRSTOUT_DATA}/gs1/`)
  : new URL('../../../shared/data/gs1/', import.meta.url)

export const fileText = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

/** Every one of them: a file without any is a fault. */
export function vectorsOf<T>(name: string): readonly T[] {
  const { vectors }: { vectors: T[] } = JSON.parse(fileText(`${name}.json`))
  if (vectors.length === 0) throw new Error(`${name} has no vectors`)
  return vectors
}

export const inFnc1 = (text: string): string => text.replaceAll('^', separator)
export const inCaret = (text: string): string => text.replaceAll(separator, '^')
