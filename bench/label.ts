/**
 * bench/label.ts — five hundred labels with two codes each, asked for and taken as one file, against what their codes alone cost to draw.
 */
import bwip from 'bwip-js/node'
import type { Results } from './allocate.ts'
import { type Account, type Caller, type Lab, openCaller } from './lab.ts'
import { millisecondsOf, round } from './measure.ts'

const labels = 500
const gtin = '09506000134352'

export async function label(lab: Lab): Promise<Results> {
  const account = await lab.account('label')
  const caller = openCaller(lab.address, account, 4)
  const of = await batchesOf(caller, account.warehouseId)
  const floor = await millisecondsOf(async () => {
    for (const [at] of of.entries()) {
      bwip.raw('code128', `^FNC101${gtin}1727063010L${at}`, 'parsefnc=true')
      bwip.raw('qrcode', `https://id.gs1.org/01/${gtin}/10/L${at}?17=270630`, 'eclevel=M')
    }
  })
  const printing = printer(lab, account, caller)
  const results = {
    'label.pdf': await printing({ of, format: 'pdf', floor }),
    'label.zpl': await printing({ of, format: 'zpl', floor }),
  }
  await caller.close()
  return results
}

async function batchesOf(caller: Caller, warehouse: string): Promise<string[]> {
  await caller.call('POST', '/v1/products', { sku: 'LABEL', name: 'Face cream with rose', gtin })
  const lines = Array.from({ length: labels }, (_, at) => ({
    product: 'LABEL',
    batch: `L${at}`,
    quantity: 1,
    expiresOn: '2027-06-30',
  }))
  const receipt = (await caller.call('POST', '/v1/receipts', { warehouse, lines })) as { lines: { batchId: string }[] }
  return receipt.lines.map(({ batchId }) => batchId)
}

type Asked = Readonly<{ of: readonly string[]; format: 'pdf' | 'zpl'; floor: number }>

const printer =
  ({ address }: Lab, { key }: Account, caller: Caller) =>
  async ({ of, format, floor }: Asked) => {
    let id = ''
    const body = { kind: 'batch', of, template: 'batch-100x50', format, reason: 'bench' }
    const asking = await millisecondsOf(async () => {
      id = ((await caller.call('POST', '/v1/label-prints', body)) as { id: string }).id
    })
    const taking = await millisecondsOf(async () => {
      const answer = await fetch(`${address}/v1/label-prints/${id}/file`, {
        headers: { authorization: `Bearer ${key}` },
      })
      if (!answer.ok) throw new Error(`no file: ${answer.status}`)
      await answer.arrayBuffer()
    })
    const milliseconds = Math.round(asking + taking)
    return {
      labels,
      milliseconds,
      asking: Math.round(asking),
      floor: Math.round(floor),
      ratio: round(milliseconds / floor),
    }
  }
