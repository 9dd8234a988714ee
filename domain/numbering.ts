/**
 * domain/numbering.ts — short keys for things that are the same only where they are one object.
 */

/** A number for each thing, from 0 in the order in which they are first seen. */
export function numbering(): (thing: unknown) => number {
  const numbers = new Map<unknown, number>()
  return (thing) => {
    const number = numbers.get(thing) ?? numbers.size
    numbers.set(thing, number)
    return number
  }
}
