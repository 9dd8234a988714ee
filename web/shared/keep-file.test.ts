import { expect, test } from 'vitest'
import { keepFile } from './keep-file.ts'

test('a paper that is too large is not sent, and told with its size and what to do', async () => {
  const paper = new File([new Uint8Array(6.5 * 1024 * 1024)], 'certificate.pdf', { type: 'application/pdf' })
  await expect(keepFile(paper)).rejects.toThrow(
    'certificate.pdf has 6.5 MB, and at most 5 MB are kept. Make it smaller, or photograph its pages.',
  )
})
