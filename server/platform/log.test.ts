import { expect, test } from 'vitest'
import { openLog } from './log.ts'

test('an error is told by its words, its code and its cause, never by what it carries', () => {
  const lines: string[] = []
  const log = openLog('warn', { write: (line) => void lines.push(line) })
  const cause = Object.assign(new Error('terminated'), { code: '57P01', client: { secretKey: 424242 } })
  log.warn({ error: new Error('the job failed', { cause }) }, 'jobs')
  const [line] = lines.map((text) => JSON.parse(text))
  expect(line.error).toMatchObject({ message: 'the job failed', cause: { message: 'terminated', code: '57P01' } })
  expect(line.error.stack).toContain('log.test')
  expect(lines.join()).not.toContain('424242')
  log.warn({ error: 'no error at all' })
  expect(JSON.parse(lines[1] ?? '').error).toBe('no error at all')
})
