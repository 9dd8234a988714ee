/**
 * web/features/labels/drawn-label.tsx — the label with a frame around each part: it is drawn to another place with the mouse or a finger, or moved with the arrow keys, half a
 * millimetre a step.
 */
import { Text } from '@mantine/core'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { textHeight } from '#domain/labels/check-design.ts'
import type { LabelDesign, LabelKind } from '../../api/types.ts'
import { LabelPicture } from '../../shared/label-picture.tsx'
import { fieldWords, symbologyWords } from './label-words.ts'
import classes from './labels.module.css'

type DrawnLabelProps = Readonly<{ kind: LabelKind; design: LabelDesign; onMove: (design: LabelDesign) => void }>
type List = 'texts' | 'symbols'
type Frame = Readonly<{ list: List; at: number; name: string; x: number; y: number; width: number; height: number }>

const stepMm = 0.5
const stepped = (mm: number) => Math.round(mm / stepMm) * stepMm

export function DrawnLabel({ kind, design, onMove }: DrawnLabelProps) {
  const area = useRef<HTMLDivElement>(null)
  const frames: Frame[] = [
    ...design.texts.map((part, at) => ({
      list: 'texts' as const,
      at,
      name: fieldWords(part.field),
      ...part,
      height: textHeight(part),
    })),
    ...design.symbols.map((part, at) => ({
      list: 'symbols' as const,
      at,
      name: symbologyWords[part.symbology],
      ...part,
    })),
  ]
  const move = ({ list, at }: Frame, to: { x: number; y: number }) => {
    const place = { x: stepped(to.x), y: stepped(to.y) }
    onMove({ ...design, [list]: design[list].map((part, index) => (index === at ? { ...part, ...place } : part)) })
  }
  return (
    <>
      <div className={classes.drawing}>
        <div ref={area} className={classes.sheet} style={{ aspectRatio: `${design.width} / ${design.height}` }}>
          {frames.map((frame) => (
            <PartFrame
              key={`${frame.list} ${frame.at}`}
              frame={frame}
              design={design}
              mmPerPixel={() => design.width / (area.current?.clientWidth || 1)}
              onMove={(to) => move(frame, to)}
            />
          ))}
        </div>
        <Text c="dimmed" fz="sm" my="xs">
          Draw a part to its place, or choose it and press the arrow keys. Below, the label as it is printed.
        </Text>
      </div>
      <LabelPicture asked={{ kind, design }} />
    </>
  )
}

type PartFrameProps = Readonly<{
  frame: Frame
  design: LabelDesign
  mmPerPixel: () => number
  onMove: (to: { x: number; y: number }) => void
}>

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-stepMm, 0],
  ArrowRight: [stepMm, 0],
  ArrowUp: [0, -stepMm],
  ArrowDown: [0, stepMm],
}

function PartFrame({ frame: { list, name, x, y, width, height }, design, mmPerPixel, onMove }: PartFrameProps) {
  const from = useRef<{ left: number; top: number; x: number; y: number } | null>(null)
  const begin = (event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { left: event.clientX, top: event.clientY, x, y }
  }
  const draw = (event: PointerEvent) => {
    if (!from.current) return
    const mm = mmPerPixel()
    onMove({
      x: from.current.x + (event.clientX - from.current.left) * mm,
      y: from.current.y + (event.clientY - from.current.top) * mm,
    })
  }
  const press = (event: KeyboardEvent) => {
    const by = arrows[event.key]
    if (!by) return
    event.preventDefault()
    onMove({ x: x + by[0], y: y + by[1] })
  }
  return (
    <button
      type="button"
      className={classes.frame}
      data-code={list === 'symbols' || undefined}
      aria-label={`${name}, ${x} mm from the left, ${y} mm from the top`}
      style={{
        left: `${(x / design.width) * 100}%`,
        top: `${(y / design.height) * 100}%`,
        width: `${(width / design.width) * 100}%`,
        height: `${(height / design.height) * 100}%`,
      }}
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={() => {
        from.current = null
      }}
      onKeyDown={press}
    >
      {name}
    </button>
  )
}
