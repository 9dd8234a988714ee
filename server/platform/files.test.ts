import { afterAll, beforeAll, expect, test } from 'vitest'
import { png } from '../test/disposals.ts'
import { openWorld, type World } from '../test/world.ts'
import { fileType } from './files.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())

const bytes = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['RIFF\x00\x00\x00\x00WEBPVP8 ', 'image/webp'],
  ['%PDF-1.7', 'application/pdf'],
  ['RIFF\x00\x00\x00\x00WAVE', null],
  ['<svg onload="alert(1)">', null],
  ['<html>', null],
  ['GIF89a', null],
  ['', null],
])('%j is %s', (text, type) => {
  expect(fileType(bytes(text))).toBe(type)
})

test('a picture is read as what it is and never run, whatever it is called', async () => {
  const kept = await world.post('/v1/files', { name: 'evil.html', content: png })
  expect(kept).toMatchObject({ contentType: 'image/png', bytes: 8, addedBy: 'owner of the tests (key)' })
  const { headers, status } = await world.call('GET', `/v1/files/${kept.id}`)
  expect([status, headers['content-type'], headers['x-content-type-options']]).toEqual([200, 'image/png', 'nosniff'])
  expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  expect(headers['content-disposition']).toBe('inline; filename="evil.html"')
})

test.each([
  ['no picture', bytes('<html>').toString('base64'), 'Content must be a JPEG, PNG or WebP picture, or a PDF.'],
  ['no base64', '***', 'Content must be the bytes of the file in base64.'],
  [
    'too large',
    Buffer.concat([bytes('%PDF-'), Buffer.alloc(5 * 1024 * 1024)]).toString('base64'),
    'Content is larger than 5 MB: take the picture smaller.',
  ],
])('%s is refused', async (_, content, says) => {
  const { status, body } = await world.call('POST', '/v1/files', { name: 'x', content })
  expect([status, body.detail]).toEqual([422, says])
})
