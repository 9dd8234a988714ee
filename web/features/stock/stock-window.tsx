/**
 * web/features/stock/stock-window.tsx — the window on the stock list: only what can be seen is drawn.
 */
import { Skeleton } from '@mantine/core'
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLightLinks } from '../../shared/light-link.tsx'
import type { StockLine, StockLines } from './stock-pages.ts'
import classes from './stock-window.module.css'

export type Window = Readonly<{
  lines: StockLines
  /** What is in view; a line is undefined while it has not been read. */
  items: readonly (VirtualItem & { line: StockLine | undefined })[]
  height: number
}>

type StockWindowProps = Readonly<{
  lines: StockLines
  lineHeight: number
  /** Told which rows are in view. */
  onShow: (first: number, last: number) => void
  children: (window: Window) => ReactNode
}>

export function StockWindow({ lines, lineHeight, onShow, children }: StockWindowProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroll.current,
    estimateSize: () => lineHeight,
    overscan: 8,
  })
  const items = virtual.getVirtualItems().map((item) => ({ ...item, line: lines.at(item.index) }))
  const first = lines.rowOf(items[0]?.index ?? 0)
  const last = lines.rowOf(items.at(-1)?.index ?? 0)
  const follow = useLightLinks()
  useEffect(() => onShow(first, last), [onShow, first, last])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are anchors, for which a key makes a click
    <section ref={scroll} onClick={follow} className={classes.scroll} tabIndex={0} aria-label="Stock by batch, scrolls">
      {children({ lines, items, height: virtual.getTotalSize() })}
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
