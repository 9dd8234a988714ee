/**
 * server/modules/reports/search.ts — one box for every identifier, whole, in part, mistyped or scanned: the very thing comes first, then what begins
 * or ends so, then what may have been meant.
 */
import { normaliseBatchCode } from '#domain/batch-code.ts'
import { type Label, readLabel } from '#domain/gs1/label.ts'
import type { Db } from '#platform/db.ts'
import { productsByGtin } from '../catalog/index.ts'
import { detailsOf } from './search-details.ts'
import { foundKinds, type Hit, hitsOf, labelledHits, mistypedHits } from './search-sources.ts'

type Found = {
  kind: (typeof foundKinds)[number]
  id: string
  title: string
  detail: string
  exact: boolean
  mistyped: boolean
}
/** `remark` is what is wrong with a scan, or what it names that nobody knows. */
type Answer = { items: Found[]; remark: string | null }
type Hits = Readonly<{ hits: readonly Hit[]; remark: string | null }>

const shown = 30

export async function search(db: Db, text: string): Promise<Answer> {
  const label = readLabel(text, Number(db.act.at.slice(0, 4)))
  const { hits, remark } = await lookedFor(db, label)
  return { items: await toldOf(db, hits), remark }
}

async function lookedFor(db: Db, label: Label): Promise<Hits> {
  const [problem] = label.problems
  if (problem) return { hits: [], remark: sentence(problem.says) }
  if (label.batch !== null || label.serial !== null) return ofLabel(db, label)
  const number = label.sscc ?? (label.gtin === null || /^\d+$/.test(label.text) ? label.text : label.gtin)
  const { code } = normaliseBatchCode(number)
  const hits = await hitsOf(db, code)
  if (hits.some(({ rank }) => rank === 0)) return { hits, remark: null }
  const all = [...hits, ...(await mistypedHits(db, code))]
  return { hits: all, remark: all.length === 0 ? whatElse(code) : null }
}

/** A serial and its batch, of the product that is named; where neither is known, at least the product. */
async function ofLabel(db: Db, { gtin, batch, serial, doubt }: Label): Promise<Hits> {
  const products = gtin === null ? null : await productsByGtin(db, [gtin])
  if (products?.length === 0) return { hits: [], remark: `No product here has the GTIN ${gtin}.` }
  const productIds = products?.map(({ id }) => id) ?? null
  const of = (kind: 'serial' | 'batch', said: string | null) =>
    said === null ? [] : labelledHits(db, { kind, code: normaliseBatchCode(said).code, productIds })
  const [serials, batches] = await Promise.all([of('serial', serial), of('batch', batch)])
  const unknown = [
    ...(serial !== null && serials.length === 0 ? [`serial ${serial}`] : []),
    ...(batch !== null && batches.length === 0 ? [`batch ${batch}`] : []),
  ]
  const hits = [...serials, ...batches]
  const known = (products ?? []).map(({ id }) => ({ kind: 'product' as const, id, written: gtin ?? '', rank: 2 }))
  if (unknown.length === 0) return { hits, remark: null }
  const whose = products === null ? '' : ` of ${products.map(({ sku }) => sku).join(', ')}`
  const remark =
    doubt === null || batches.length > 0 ? `No ${unknown.join(' and no ')}${whose} is known.` : sentence(doubt.says)
  return { hits: hits.length > 0 ? hits : known, remark }
}

const sentence = (says: string): string => `${says.slice(0, 1).toUpperCase()}${says.slice(1)}.`

/** Of a text that nothing is called: what would be wrong with it if it were a code of GS1 that came without its symbology. */
function whatElse(text: string): string | null {
  const scan = /^(?:0[12]\d{14}|00\d{18})/.test(text)
    ? text
    : /^\d{12,14}$/.test(text)
      ? `01${text.padStart(14, '0')}`
      : null
  const [problem] = scan === null ? [] : readLabel(`]C1${scan}`, 2000).problems
  return problem ? sentence(problem.says) : null
}

const byRank = (a: Hit, b: Hit): number => a.rank - b.rank || foundKinds.indexOf(a.kind) - foundKinds.indexOf(b.kind)
const keyOf = ({ id, written }: Pick<Hit, 'id' | 'written'>): string => `${id} ${written}`

/** In their order, each thing once by each of its names. */
async function toldOf(db: Db, hits: readonly Hit[]): Promise<Found[]> {
  const first = hits.toSorted(byRank).slice(0, 2 * shown)
  const byKind = await Promise.all(
    foundKinds.map(async (kind) => {
      const asked = first.filter((hit) => hit.kind === kind)
      const rows = asked.length === 0 ? [] : await detailsOf(db, kind, asked)
      return [kind, new Map(rows.map((row) => [keyOf(row), row]))] as const
    }),
  )
  const told = new Map(byKind)
  const found = new Map<string, Found>()
  for (const hit of first) {
    const row = told.get(hit.kind)?.get(keyOf(hit))
    if (!row) continue
    const { title, detail } = row
    const key = `${hit.kind} ${hit.id} ${title}`
    if (!found.has(key))
      found.set(key, { kind: hit.kind, id: hit.id, title, detail, exact: hit.rank === 0, mistyped: hit.rank === 3 })
  }
  return [...found.values()].slice(0, shown)
}
