/**
 * server/platform/workbook/parts.ts — what must be known of a workbook before the rows of a sheet can be read: its sheets, texts and formats.
 */
import { type Meaning, meaningOf } from './number-formats.ts'
import { Unreadable } from './unreadable.ts'
import { type Attributes, unescaped, xmlReader } from './xml.ts'
import type { Zip } from './zip.ts'

export type SheetPart = Readonly<{ name: string; isHidden: boolean; part: string }>
export type Book = Readonly<{ sheets: readonly SheetPart[]; from1904: boolean }>

async function elements(zip: Zip, part: string, open: (name: string, attributes: Attributes) => void): Promise<void> {
  const read = xmlReader({ open, text: () => undefined, close: () => undefined })
  for await (const text of zip.texts(part)) read(text)
}

export async function bookOf(zip: Zip): Promise<Book> {
  const targets = new Map<string, string>()
  await elements(zip, 'xl/_rels/workbook.xml.rels', (name, attribute) => {
    if (name !== 'Relationship') return
    const target = attribute('Target') ?? ''
    targets.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  })
  const sheets: SheetPart[] = []
  let from1904 = false
  await elements(zip, 'xl/workbook.xml', (name, attribute) => {
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
    if (name !== 'sheet') return
    const isHidden = (attribute('state') ?? 'visible') !== 'visible'
    sheets.push({ name: attribute('name') ?? '', isHidden, part: targets.get(attribute('id') ?? '') ?? '' })
  })
  return { sheets, from1904 }
}

/** By the number that a cell names as its style. */
export async function meaningsOf(zip: Zip): Promise<Meaning[]> {
  const part = 'xl/styles.xml'
  if (!zip.has(part)) return []
  const codes = new Map<number, string>()
  const meanings: Meaning[] = []
  let isCells = false
  const read = xmlReader({
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (name === 'cellXfs') isCells = true
      const id = Number(attribute('numFmtId') ?? 0)
      if (name === 'xf' && isCells) meanings.push(meaningOf(id, codes.get(id)))
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') isCells = false
    },
  })
  for await (const text of zip.texts(part)) read(text)
  return meanings
}

/** Letters that are held in memory while a sheet is read. */
const lettersMax = 100_000_000

/** Cells name them by their number. Throws `Unreadable` where they would fill the memory. */
export async function sharedTexts(zip: Zip): Promise<string[]> {
  const part = 'xl/sharedStrings.xml'
  if (!zip.has(part)) return []
  const texts: string[] = []
  let letters = 0
  const read = xmlReader(
    textElements('si', (text) => {
      letters += text.length
      texts.push(text)
    }),
  )
  for await (const text of zip.texts(part)) {
    read(text)
    if (letters > lettersMax) throw new Unreadable('it has too many different texts: save it as CSV')
  }
  return texts
}

/** The text of each element of that name, of all its runs, without the reading aids of Asian writing. */
function textElements(wanted: string, tell: (text: string) => void) {
  let [whole, isText, isAid] = ['', false, false]
  return {
    open(name: string) {
      if (name === wanted) whole = ''
      if (name === 'rPh') isAid = true
      if (name === 't') isText = !isAid
    },
    text(text: string) {
      if (isText) whole += text
    },
    close(name: string) {
      if (name === 't') isText = false
      if (name === 'rPh') isAid = false
      if (name === wanted) tell(cellString(whole))
    },
  }
}

/** Letters that XML does not have are written as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export const cellString = (text: string): string =>
  unescaped(text).replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
