/**
 * cli/scan/line-text.ts — a line as it is meant: `\u001d` and the other escapes of JSON strings stand for their characters, and the whole line may be
 * a JSON string in quotation marks.
 */
export type LineText = Readonly<{ text: string; badEscapeAt: number | null }>

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}
/** A backslash before a bracket is no escape of JSON, but one of text in brackets, and stays. */
const escaped = /\\(?:u([0-9A-Fa-f]{4})|(["\\/bfnrt])|(?![()]))/g

export function lineText(line: string): LineText {
  // Nearly all lines have no other escape than this one; whatever else there is, is read with care.
  const separated = line.replaceAll('\\u001d', '\u001d')
  if (!separated.includes('\\') && !separated.startsWith('"')) return { text: separated, badEscapeAt: null }
  return carefully(line)
}

function carefully(line: string): LineText {
  const quoted = /^"(?:[^"\\]|\\.)*"$/.test(line)
  let badEscapeAt: number | null = null
  const body = quoted ? line.slice(1, -1) : line
  const text = body.replaceAll(
    escaped,
    (whole: string, code: string | undefined, letter: string | undefined, at: number) => {
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
      if (letter !== undefined) return escapes[letter] ?? letter
      badEscapeAt ??= at + (quoted ? 1 : 0)
      return whole
    },
  )
  return { text, badEscapeAt }
}
