import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { csv } from './csv.ts'
import { pageOf, readCursor, writeCursor } from './cursor.ts'

const columns = { batch: 'Batch', note: 'Note' }
const textOf = (rows: Record<string, unknown>[]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv(columns, rows))

describe('a table for spreadsheets', () => {
  test.each([
    ['a formula', '=1+1', "'=1+1"],
    ['a link that sends data away', '=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['a plus', '+1 800', "'+1 800"],
    ['a call', '@SUM(A1)', "'@SUM(A1)"],
    ['a minus before letters', '-A1', "'-A1"],
    ['a hidden one after a tab', '\t=1', "'\t=1"],
    ['a negative number stays one', '-12.5', '-12.5'],
    ['a number', -3, '-3'],
    ['a plain code', 'A-1', 'A-1'],
    ['a comma and quotes', 'a, "b"', '"a, ""b"""'],
    ['two holds', ['HD-1', 'HD-2'], 'HD-1 HD-2'],
    ['nothing', null, ''],
  ])('a cell of %s', (_, given, cell) => {
    expect(textOf([{ batch: 'A', note: given }])).toBe(`\uFEFFBatch,Note\r\nA,${cell}\r\n`)
  })

  test('fields that are no columns stay inside', () => {
    expect(textOf([{ batch: 'A', note: 'n', secret: 's' }])).not.toContain('s')
  })

  test('law: what is read back is what was written, and no cell begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ batch: fc.string(), note: fc.string({ unit: 'grapheme' }) })), (rows) => {
        const [, ...read] = parse(textOf(rows), { bom: true, relax_column_count: true, skip_empty_lines: false })
        for (const [at, row] of rows.entries())
          for (const [index, cell] of [row.batch, row.note].entries()) {
            const told: string = read[at]?.[index] ?? ''
            expect([cell, `'${cell}`]).toContain(told)
            expect(told).not.toMatch(/^[=+@\t\r]/)
          }
      }),
    )
  })
})

describe('a cursor', () => {
  const part = fc.oneof(
    fc.constant(null),
    fc.integer(),
    fc.string().filter((text) => !text.includes('\u0000')),
  )

  test('law: it reads as it was written', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (key) => {
        expect(readCursor(writeCursor(key), key.length)).toEqual(key.map((one) => (Object.is(one, -0) ? 0 : one)))
      }),
    )
  })

  test('law: whatever text comes, it is read or refused, never a bug', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => Buffer.from(text).toString('base64url')),
        ),
        (text) => {
          try {
            expect(readCursor(text, 2)).toHaveLength(2)
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal)
          }
        },
      ),
    )
  })

  test.each([
    ['of another length', writeCursor(['a'])],
    ['of objects', Buffer.from('[{},{}]').toString('base64url')],
    ['with a NUL', writeCursor(['a\u0000', 'b'])],
    ['of nothing', ''],
    ['of no JSON', 'abc'],
  ])('one %s is refused', (_, text) => {
    expect(() => readCursor(text, 2)).toThrow(Refusal)
  })

  test('no cursor is the first page', () => {
    expect(readCursor(undefined, 2)).toBeNull()
  })

  test('a page has no more than its limit, and a way on exactly where there is more', () => {
    const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    const keyOf = ({ id }: { id: string }) => [id]
    expect(pageOf(rows, 2, keyOf)).toEqual({ items: rows.slice(0, 2), next: writeCursor(['b']) })
    expect(pageOf(rows, 3, keyOf)).toEqual({ items: rows, next: null })
    expect(pageOf([], 3, keyOf)).toEqual({ items: [], next: null })
  })
})
