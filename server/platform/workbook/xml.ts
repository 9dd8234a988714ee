/**
 * server/platform/workbook/xml.ts — elements and texts of XML as its letters come: as much of it as office programs write. Declarations, comments
 * and prefixes of names are passed over.
 */
export type Attributes = (name: string) => string | undefined
export type Heard = Readonly<{
  open(name: string, attributes: Attributes): void
  text(text: string): void
  close(name: string): void
}>

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
        if (!name.startsWith('#')) return named[name] ?? whole
        const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      })
    : text

/** Takes the text piece by piece. */
export function xmlReader(heard: Heard): (piece: string) => void {
  let rest = ''
  return (piece) => {
    rest += piece
    let at = 0
    for (;;) {
      const from = rest.indexOf('<', at)
      if (from < 0) break
      const to = endOf(rest, from)
      if (to < 0) break
      if (from > at) heard.text(rest.slice(at, from))
      element(heard, rest.slice(from, to))
      at = to
    }
    rest = rest.slice(at)
  }
}

const opaque = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const

/** Behind the element that begins there; -1 where its end has not come yet. */
function endOf(text: string, from: number): number {
  const kind = opaque.find(([begins]) => text.startsWith(begins, from))
  const ends = kind ? kind[1] : '>'
  const to = text.indexOf(ends, from)
  return to < 0 ? -1 : to + ends.length
}

function element(heard: Heard, tag: string): void {
  if (tag.startsWith('<![CDATA[')) heard.text(tag.slice(9, -3).replaceAll('&', '&amp;'))
  else if (tag.startsWith('</')) heard.close(localName(tag.slice(2, -1)))
  else if (!tag.startsWith('<!') && !tag.startsWith('<?')) opened(heard, tag)
}

function opened(heard: Heard, tag: string): void {
  const isEmpty = tag.endsWith('/>')
  const inner = tag.slice(1, isEmpty ? -2 : -1)
  const name = localName(/^\S+/.exec(inner)?.[0] ?? '')
  heard.open(name, (wanted) => attribute(inner, wanted))
  if (isEmpty) heard.close(name)
}

const localName = (name: string): string => name.trim().slice(name.trim().indexOf(':') + 1)

function attribute(inner: string, wanted: string): string | undefined {
  const at = inner.search(new RegExp(`[\\s:]${wanted}\\s*=`))
  if (at < 0) return undefined
  const quote = inner.slice(at).search(/["']/)
  if (quote < 0) return undefined
  const from = at + quote + 1
  const to = inner.indexOf(inner[from - 1] ?? '"', from)
  return unescaped(inner.slice(from, to < 0 ? undefined : to))
}
