/** web/shared/serials-in.ts — serials as they are scanned or typed, one after another, or as a range: `S-0998..S-1002`. */
import { serialsOf } from '#domain/batch-codes/serial-range.ts'

/** What is written like a range and is none stays as it is, so that the number of units shows it. */
export const serialsIn = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .filter((serial) => serial !== '')
    .flatMap((serial) => {
      const [, from, to] = /^(.+?)\.\.+(.+)$/.exec(serial) ?? []
      const range = from && to ? serialsOf({ from, to }) : null
      return range?.ok ? range.serials : serial
    })
