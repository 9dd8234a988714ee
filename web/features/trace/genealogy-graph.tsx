/**
 * web/features/trace/genealogy-graph.tsx — the family of batches, drawn, and walked by Tab.
 */
import { UnstyledButton } from '@mantine/core'
import { type Edge, Handle, type Node, type NodeProps, Position, type ReactFlowInstance } from '@xyflow/react'
import { createContext, type RefObject, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { RowLink } from '../../shared/listing.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { dotSize, placeDots } from './genealogy-layout.ts'
import type { Dot, Drawing } from './genealogy-picture.ts'
import { GraphCanvas } from './graph-canvas.tsx'
import classes from './trace-graph.module.css'

type DotNode = Node<Dot & { isFound: boolean }, 'dot'>
type GenealogyGraphProps = Readonly<{ drawing: Drawing; found: string | null; onOpen: (gathering: string) => void }>

/** What is written in the dots must be read. */
const zoomMin = 0.7
/** With more lines, what is written on them would lie upon itself. */
const wordsMax = 40

const Open = createContext<(gathering: string) => void>(() => undefined)

export function GenealogyGraph({ drawing, found, onOpen }: GenealogyGraphProps) {
  const [flow, setFlow] = useState<ReactFlowInstance<DotNode> | null>(null)
  const figure = useRef<HTMLElement>(null)
  useBroughtIn(figure, flow)
  const { nodes, edges, height } = useMemo(() => drawn(drawing, found), [drawing, found])
  useEffect(() => {
    const shown = found === null ? nodes : nodes.filter(({ id }) => id === found)
    const fit = () => void flow?.fitView({ nodes: shown, minZoom: zoomMin, maxZoom: 1, padding: '24px' })
    return afterLayout(fit)
  }, [flow, nodes, found])
  return (
    <Open value={onOpen}>
      <GraphCanvas
        ref={figure}
        label="What was made of what"
        height={height}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onInit={setFlow}
        minZoom={0.1}
      />
    </Open>
  )
}

/** The figure has its new height only then. */
function afterLayout(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act)
  })
  return () => cancelAnimationFrame(frame)
}

function drawn(drawing: Drawing, found: string | null): { nodes: DotNode[]; edges: Edge[]; height: number } {
  const { placed, height } = placeDots(drawing)
  const inWords = drawing.lines.length <= wordsMax
  return {
    height,
    nodes: placed.map(({ x, y, ...dot }) => ({
      id: dot.id,
      type: 'dot',
      position: { x, y },
      data: { ...dot, isFound: dot.id === found },
      ...dotSize,
    })),
    edges: drawing.lines.map(({ from, to, says }) => ({
      id: `${from} → ${to}`,
      source: from,
      target: to,
      ...(inWords && says !== null ? { label: says } : {}),
    })),
  }
}

/** What is reached by Tab is brought into view. */
function useBroughtIn(figure: RefObject<HTMLElement | null>, flow: ReactFlowInstance<DotNode> | null): void {
  useEffect(() => {
    const bringIn = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return
      const id = target.closest<HTMLElement>('.react-flow__node')?.dataset.id
      if (id !== undefined) void flow?.fitView({ nodes: [{ id }], minZoom: zoomMin, maxZoom: 1 })
    }
    const on = figure.current
    on?.addEventListener('focusin', bringIn)
    return () => on?.removeEventListener('focusin', bringIn)
  }, [figure, flow])
}

function DotShown({ data: dot }: NodeProps<DotNode>) {
  return (
    <div
      className={classes.stop}
      data-kind={dot.state}
      data-gathered={dot.gathered || undefined}
      data-found={dot.isFound || undefined}
      style={dotSize}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <DotTitle dot={dot} />
      <span title={dot.detail}>{dot.detail}</span>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  )
}

function DotTitle({ dot: { id, gathered, title, batches } }: { dot: Dot }) {
  const open = useContext(Open)
  if (!gathered) return <RowLink to={`/batches/${id}`}>{title}</RowLink>
  const says = `Open ${countOf(batches.length, 'batch', 'batches')} of ${batches[0]?.sku ?? ''}`
  return (
    <UnstyledButton className={classes.more} aria-label={`${title}. ${says}`} onClick={() => open(id)}>
      {title}
    </UnstyledButton>
  )
}

const nodeTypes = { dot: DotShown }
