/**
 * web/features/stock/stock-window.tsx — the window on the stock list: only what can be seen is drawn.
 */
import { Skeleton } from '@mantine/core'
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import type { StockLine } from './stock-pages.ts'
import classes from './stock-window.module.css'
import type { StockRows } from './use-stock-rows.ts'

export type Window = Readonly<{
  /** What is in view; a line is undefined while it has not been read. */
  items: readonly (VirtualItem & { line: StockLine | undefined })[]
  height: number
  lineCount: number
}>

type StockWindowProps = Readonly<{
  lines: readonly StockLine[]
  stock: StockRows
  lineHeight: number
  children: (window: Window) => ReactNode
}>

export function StockWindow({ lines, stock, lineHeight, children }: StockWindowProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const lineCount = lines.length + Math.max(0, stock.total - (stock.rows?.length ?? 0))
  const virtual = useVirtualizer({
    count: lineCount,
    getScrollElement: () => scroll.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  })
  const items = virtual.getVirtualItems().map((item) => ({ ...item, line: lines[item.index] }))
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { show } = stock
  useEffect(() => show(first, last), [show, first, last])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={scroll} className={classes.scroll} tabIndex={0} aria-label="Stock by batch, scrolls">
      {children({ items, height: virtual.getTotalSize(), lineCount })}
    </section>
  )
}

export const placeOf = ({ start, size }: VirtualItem) => ({ transform: `translateY(${start}px)`, height: size })

/** A row that is there but has not been read yet. */
export function UnreadLine() {
  return (
    <div className={classes.unread}>
      <Skeleton h={10} w="60%" />
    </div>
  )
}
