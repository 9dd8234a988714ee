/**
 * server/test/full-labels.ts — labels of a full account: a design of its own, a page for everybody, and a print that a printer took.
 */
import { batchId } from './stories.ts'
import type { Caller } from './world.ts'

export async function labelled(caller: Caller, say: (text: string) => string): Promise<void> {
  await caller.call('PUT', '/v1/label-settings', { publicPage: true, address: `https://${say('labels')}.example` })
  const text = {
    field: 'text',
    text: say('fragile'),
    x: 2,
    y: 2,
    width: 40,
    size: 3,
    bold: false,
    lines: 1,
    named: false,
  }
  const design = { width: 50, height: 20, texts: [text], symbols: [] }
  const { id: template } = await caller.post('/v1/label-templates', { kind: 'batch', name: say('sticker'), design })
  const of = [await batchId(caller, say('B'))]
  await caller.post('/v1/label-prints', { kind: 'batch', of, template, format: 'zpl' })
  const again = { kind: 'batch', of, template: 'batch-50x30', format: 'pdf', reason: say('torn') }
  const { id } = await caller.post('/v1/label-prints', again)
  await caller.post(`/v1/label-prints/${id}/taking`, { station: say('dock') })
}
