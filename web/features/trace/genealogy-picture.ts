/**
 * web/features/trace/genealogy-picture.ts — what was made of what as dots in columns, one a generation. What is too many to be read is gathered by product in one
 * dot, with its sums, which opens; so that a family of thousands is a few dots until somebody asks for more.
 */
import { batchText } from '#domain/batch-code.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Genealogy } from '../../api/types.ts'
import { countOf, quantityText } from '../../shared/quantity.tsx'

export type Relative = Genealogy['batches'][number]
export type Dot = Readonly<{
  id: string
  generation: number
  /** Several are gathered; one is a batch. */
  gathered: boolean
  title: string
  detail: string
  state: Relative['state']
  batches: readonly Relative[]
}>
/** What stands on it is told between two batches only: a run says of each that it made all that it used. */
export type Line = Readonly<{ from: string; to: string; says: string | null }>
export type Drawing = Readonly<{ dots: readonly Dot[]; lines: readonly Line[] }>
/** Of each gathering that was opened, how many are drawn; and batches that are drawn in any case. */
export type Opened = Readonly<{ gatherings: Readonly<Record<string, number>>; found: readonly string[] }>

/** In a column. */
const batchesMax = 8
const gatheringsMax = 10
export const openedMore = 12

export const nothingOpened: Opened = { gatherings: {}, found: [] }

export function drawingOf({ batches, links }: Pick<Genealogy, 'batches' | 'links'>, opened: Opened): Drawing {
  const columns = groupBy(
    batches.toSorted((a, b) => a.generation - b.generation),
    ({ generation }) => generation,
  )
  const dots = [...columns.values()].flatMap((column) => dotsOf(column, opened))
  const dotOf = new Map(dots.flatMap((dot) => dot.batches.map(({ batchId }) => [batchId, dot.id] as const)))
  return { dots, lines: linesOf(links, dotOf) }
}

function dotsOf(column: readonly Relative[], opened: Opened): Dot[] {
  if (column.length <= batchesMax) return column.map(batchDot)
  return gatheringsOf(column).flatMap(([id, batches]) => {
    const first = batches.slice(0, opened.gatherings[id] ?? 0)
    const apart = [...first, ...batches.filter((one) => opened.found.includes(one.batchId) && !first.includes(one))]
    const rest = batches.filter((one) => !apart.includes(one))
    const isOpen = apart.length > 0
    if (rest.length <= 1) return batches.map(batchDot)
    return [...apart.map(batchDot), gathering({ id, batches: rest, isOpen })]
  })
}

/** By product, the largest first; where these are too many as well, the smallest are one. */
function gatheringsOf(column: readonly Relative[]): [string, readonly Relative[]][] {
  const [{ generation } = { generation: 0 }] = column
  const products = [...groupBy(column, ({ productId }) => productId)].sort(([, a], [, b]) => b.length - a.length)
  const shown = products.length > gatheringsMax ? gatheringsMax - 1 : products.length
  const others = products.slice(shown).flatMap(([, batches]) => batches)
  return [
    ...products.slice(0, shown).map(([productId, own]) => [`${generation} ${productId}`, own] as [string, Relative[]]),
    ...(others.length > 0 ? [[`${generation} others`, others] as [string, Relative[]]] : []),
  ]
}

function batchDot(batch: Relative): Dot {
  const { batchId, batchCode, generation, sku, state, onHand } = batch
  const detail = [sku, ...(state === 'good' ? [] : [state]), `${quantityText(onHand)} here`].join(' · ')
  return { id: batchId, generation, gathered: false, title: batchText(batchCode), detail, state, batches: [batch] }
}

type Gathered = Readonly<{ id: string; batches: readonly Relative[]; isOpen: boolean }>
const worst = ['recalled', 'held', 'expired', 'good'] as const

function gathering({ id, batches, isOpen }: Gathered): Dot {
  const skus = [...new Set(batches.map(({ sku }) => sku))]
  const states = worst
    .slice(0, 3)
    .map((state) => ({ state, count: batches.filter((batch) => batch.state === state).length }))
    .filter(({ count }) => count > 0)
  const onHand = batches.reduce((sum, batch) => sum + batch.onHand, 0)
  return {
    id,
    generation: batches[0]?.generation ?? 0,
    gathered: true,
    title: `${isOpen ? 'Another ' : ''}${countOf(batches.length, 'batch', 'batches')}`,
    detail: [
      skus.length === 1 ? (skus[0] ?? '') : countOf(skus.length, 'product'),
      ...states.map(({ state, count }) => `${quantityText(count)} ${state}`),
      `${quantityText(onHand)} here`,
    ].join(' · '),
    state: worst.find((state) => batches.some((batch) => batch.state === state)) ?? 'good',
    batches,
  }
}

/** Between two dots one line. */
function linesOf(links: Genealogy['links'], dotOf: ReadonlyMap<string, string>): Line[] {
  const between = groupBy(links, ({ parentId, childId }) => `${dotOf.get(parentId)} → ${dotOf.get(childId)}`)
  return [...between.values()].flatMap(([link, ...others]) => {
    const [from, to] = [dotOf.get(link?.parentId ?? ''), dotOf.get(link?.childId ?? '')]
    if (link === undefined || from === undefined || to === undefined || from === to) return []
    const isPlain = others.length === 0 && from === link.parentId && to === link.childId
    return [{ from, to, says: isPlain ? (link.kind === 'merged' ? 'merged' : quantityText(link.quantity)) : null }]
  })
}
