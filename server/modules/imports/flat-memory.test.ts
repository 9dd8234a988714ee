/**
 * A large file takes no more memory than a small one: its rows are read in a process of little memory, as they come.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const rows = 300_000
/** All rows together would take several times as much. */
const heapMegabytes = 48

const script = (file: string) => `
  import { readFile } from ${JSON.stringify(new URL('./read-file.ts', import.meta.url).href)}
  const rows = ${rows}
  function* csv() {
    yield Buffer.from('sku,quantity,warehouse,batch\\n')
    for (let at = 0; at < rows; at += 1) yield Buffer.from(\`P\${at},12,CHI,L\${at}\\n\`)
  }
  function* sheet() {
    yield '<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>sku</t></is></c></row>'
    for (let at = 0; at < rows; at += 1)
      yield \`<row><c t="inlineStr"><is><t>00\${at}</t></is></c><c><v>12</v></c><c t="str"><v>L\${at}</v></c></row>\`
    yield '</sheetData></worksheet>'
  }
  function* stored(parts) {
    const directory = []
    let offset = 0
    for (const [name, texts] of parts) {
      const start = offset
      const head = Buffer.alloc(30)
      head.writeUInt32LE(0x04034b50)
      head.writeUInt16LE(name.length, 26)
      yield Buffer.concat([head, Buffer.from(name)])
      offset += 30 + name.length
      let size = 0
      for (const text of texts) {
        const bytes = Buffer.from(text)
        size += bytes.length
        yield bytes
      }
      offset += size
      const entry = Buffer.alloc(46)
      entry.writeUInt32LE(0x02014b50)
      entry.writeUInt32LE(size, 20)
      entry.writeUInt32LE(size, 24)
      entry.writeUInt16LE(name.length, 28)
      entry.writeUInt32LE(start, 42)
      directory.push(entry, Buffer.from(name))
    }
    const all = Buffer.concat(directory)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50)
    end.writeUInt32LE(all.length, 12)
    end.writeUInt32LE(offset, 16)
    yield Buffer.concat([all, end])
  }
  const book = () => stored([
    ['xl/_rels/workbook.xml.rels', ['<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>']],
    ['xl/workbook.xml', ['<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>']],
    ['xl/worksheets/sheet1.xml', sheet()],
  ])
  async function* content() { yield* ${file}() }
  let count = 0
  let last = []
  for await (const { cells } of readFile({ content: content(), sheet: null })) { count += 1; last = cells }
  console.log(JSON.stringify([count, last]))
`

test.each([
  ['csv', [`P${rows - 1}`, '12', 'CHI', `L${rows - 1}`]],
  ['book', [`00${rows - 1}`, '12', `L${rows - 1}`]],
])('300,000 rows of a %s are read within 48 MB', async (file, last) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`--max-old-space-size=${heapMegabytes}`, '--import', 'tsx', '--input-type=module', '-e', script(file)],
    { maxBuffer: 1e6 },
  )
  expect(JSON.parse(stdout)).toEqual([rows + 1, last])
})
