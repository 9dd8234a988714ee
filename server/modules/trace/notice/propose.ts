/**
 * server/modules/trace/notice/propose.ts — what is here of what a pasted notice names, each with how sure that is; a person confirms it.
 */
import { inOrder, isWithin, judgeCode, judgeProduct, looseKey, type Proposal } from '#domain/trace/notice/propose.ts'
import { type Notice, type NoticeCode, readNotice } from '#domain/trace/notice/read-notice.ts'
import type { Db } from '#platform/db.ts'
import {
  batchesCalled,
  batchesOfProducts,
  type Codes,
  lotsCalled,
  type ProductHere,
  productsNamed,
  serialsCalled,
  supplierLotsCalled,
} from './store.ts'

const rowsMax = 200
/** Of the products that are named, as far as their days are compared. */
const datedMax = 2000
/** Of a GTIN that lost its first or last digit; fewer would fit too many. */
const digitsMin = 8

export async function proposalsOf(db: Db, text: string) {
  const notice = readNotice(text)
  const [coded, products, serials] = await Promise.all([
    byCodes(db, notice),
    productsIn(db, text, notice),
    bySerials(db, notice),
  ])
  const dated = await byDates(db, notice, products)
  const proposals = inOrder([...coded, ...serials, ...products.map((row) => asProduct(row, notice)), ...dated])
  return {
    read: {
      lots: notice.lots.map(({ code, to }) => (to === null ? code : `${code} – ${to}`)),
      serials: notice.serials.map(({ code, to }) => (to === null ? code : `${code} – ${to}`)),
      gtins: notice.gtins.map(({ digits }) => digits),
      dates: notice.dates.map(({ text: written, means, bound, readings }) => ({
        text: written,
        means,
        bound,
        readings,
      })),
      allLots: notice.allLots,
      notCoded: notice.notCoded,
    },
    proposals: proposals.slice(0, rowsMax),
    unmatched: unmatched(notice, { proposals, products }),
  }
}

const keysOf = (codes: readonly NoticeCode[]): Codes => ({
  keys: codes.flatMap(({ code }) => looseKey(code) || []),
  ranges: codes.filter(({ to }) => to !== null),
})

const isMeant = ({ code, to }: NoticeCode, here: string) =>
  looseKey(code) === looseKey(here) || (to !== null && here.length === code.length && here >= code && here <= to)

async function byCodes(db: Db, { lots, dates }: Notice): Promise<Proposal[]> {
  const codes = keysOf(lots)
  const [batches, supplierLots, ownLots] = await Promise.all([
    batchesCalled(db, codes, rowsMax),
    supplierLotsCalled(db, codes, rowsMax),
    lotsCalled(db, codes, rowsMax),
  ])
  const here = [
    ...batches.map(({ batchId, sku, ...row }) => ({
      ...row,
      part: { kind: 'batch' as const, batch: batchId },
      says: `Batch ${row.code} of ${sku}`,
    })),
    ...supplierLots.map(({ supplierId, supplierName, ...row }) => ({
      ...row,
      part: { kind: 'supplier_lot' as const, supplierLot: row.code, ...(supplierId ? { supplier: supplierId } : {}) },
      says: `Supplier's lot ${row.code}${supplierName ? ` of ${supplierName}` : ''}`,
    })),
    ...ownLots.map(({ code }) => ({
      code,
      expiresOn: null,
      part: { kind: 'lot' as const, lot: code },
      says: `Every batch of lot ${code}`,
    })),
  ]
  return here.flatMap(({ part, says, code, expiresOn }) =>
    lots
      .filter((named) => isMeant(named, code))
      .map((named) => ({ part, says, ...judgeCode(named, { code, expiresOn }, dates) })),
  )
}

/** Also what no word calls a serial: units are often listed bare. */
async function bySerials(db: Db, { serials, lots }: Notice): Promise<Proposal[]> {
  const named = [...serials, ...lots.filter(({ stated }) => !stated)]
  const found = await serialsCalled(
    db,
    named.flatMap(({ code, to }) => (to === null ? [code] : [code, to])),
    rowsMax,
  )
  return named.flatMap(({ code, to, stated }) =>
    found
      .filter((row) => row.code === code)
      .map(({ sku }) => ({
        part: { kind: 'serials' as const, product: sku, serialFrom: code, ...(to === null ? {} : { serialTo: to }) },
        says: to === null ? `Unit ${code} of ${sku}` : `Units ${code} to ${to} of ${sku}`,
        confidence: stated ? ('high' as const) : ('medium' as const),
        because: stated ? 'the notice names it as a serial' : 'no word says that it is a serial',
      })),
  )
}

function productsIn(db: Db, text: string, { gtins }: Notice): Promise<ProductHere[]> {
  const words = text
    .toUpperCase()
    .split(/[\s,;:()"']+/)
    .filter(({ length }) => length >= 3)
  const asked = {
    text,
    words: [...new Set(words)],
    gtins: gtins.flatMap(({ gtin }) => gtin ?? []),
    digits: gtins.map(({ digits }) => digits.replace(/^0+/, '')).filter(({ length }) => length >= digitsMin),
  }
  return productsNamed(db, asked, rowsMax)
}

const asProduct = (row: ProductHere, notice: Notice): Proposal => ({
  part: { kind: 'product', product: row.sku },
  says: `All of ${row.sku}`,
  ...judgeProduct(row, notice),
})

/** Where a notice names no lots, a product and its days are all that tells. */
async function byDates(db: Db, { lots, dates }: Notice, products: readonly ProductHere[]): Promise<Proposal[]> {
  if (products.length === 0 || dates.length === 0) return []
  const rows = await batchesOfProducts(
    db,
    products.map(({ productId }) => productId),
    datedMax,
  )
  return rows.flatMap(({ batchId, code, sku, expiresOn, producedOn }) => {
    const date = dates.find(
      (one) =>
        (one.means !== 'produced' && expiresOn !== null && isWithin(expiresOn, one)) ||
        (one.means !== 'expires' && producedOn !== null && isWithin(producedOn, one)),
    )
    if (!date) return []
    const isPlain = date.readings.length === 1 && lots.length === 0
    return {
      part: { kind: 'batch' as const, batch: batchId },
      says: `Batch ${code} of ${sku}`,
      confidence: isPlain ? ('medium' as const) : ('low' as const),
      because: `${sku} is named, and its day fits ${date.text}${date.readings.length > 1 ? ', which can be read in two ways' : ''}`,
    }
  })
}

type Answer = Readonly<{ proposals: readonly Proposal[]; products: readonly ProductHere[] }>

/** What the notice names and nothing here is called. */
function unmatched({ lots, serials, gtins }: Notice, { proposals, products }: Answer): string[] {
  const because = proposals.map((proposal) => `${proposal.says}\n${proposal.because}`).join('\n')
  const digits = new Set(products.map((row) => row.digits))
  return [
    ...[...lots, ...serials].map(({ code }) => code).filter((code) => !because.includes(code)),
    ...gtins.map((gtin) => gtin.digits).filter((one) => !digits.has(one.replace(/^0+/, ''))),
  ]
}
