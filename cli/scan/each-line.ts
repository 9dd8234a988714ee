/**
 * cli/scan/each-line.ts — answers lines as they come, each with one line; a reader that is slow makes the writer wait.
 */
import { once } from 'node:events'

export async function eachLine(
  input: NodeJS.ReadableStream & AsyncIterable<string | Buffer>,
  answer: (line: string) => string,
): Promise<void> {
  input.setEncoding('utf8')
  let open = ''
  for await (const chunk of input) {
    const lines = `${open}${String(chunk)}`.split('\n')
    open = lines.pop() ?? ''
    await write(lines.map((line) => `${answer(withoutReturn(line))}\n`).join(''))
  }
  if (open !== '') await write(`${answer(withoutReturn(open))}\n`)
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)

async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}
