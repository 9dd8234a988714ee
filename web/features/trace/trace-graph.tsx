/**
 * web/features/trace/trace-graph.tsx — the way of a batch or a lot as a graph; the table beside it says the same in rows.
 */
import { UnstyledButton } from '@mantine/core'
import { type Edge, Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { createContext, useContext, useMemo, useState } from 'react'
import { RowLink } from '../../shared/listing.tsx'
import { GraphCanvas } from './graph-canvas.tsx'
import { placeStops, stopSize } from './graph-layout.ts'
import type { Picture, Stop } from './graph-stops.ts'
import classes from './trace-graph.module.css'

type StopNode = Node<Stop, 'stop'>
type TraceGraphProps = Readonly<{ label: string; picture: (customersMax: number) => Picture }>

const customersFirst = 8
const customersMore = 20
/** Below this, what is written in the stops cannot be read. */
const zoomMin = 0.75

const More = createContext<() => void>(() => undefined)

export function TraceGraph({ label, picture }: TraceGraphProps) {
  const [customers, setCustomers] = useState(customersFirst)
  const { nodes, edges, height } = useMemo(() => drawn(picture(customers)), [picture, customers])
  return (
    <More value={() => setCustomers(customers + customersMore)}>
      <GraphCanvas
        key={nodes.length}
        label={label}
        height={height}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={{ minZoom: zoomMin, maxZoom: 1, padding: '24px' }}
        minZoom={0.2}
      />
    </More>
  )
}

function drawn(picture: Picture): { nodes: StopNode[]; edges: Edge[]; height: number } {
  const { placed, height } = placeStops(picture)
  return {
    height,
    nodes: placed.map(({ x, y, ...stop }) => ({
      id: stop.id,
      type: 'stop',
      position: { x, y },
      data: stop,
      ...stopSize,
    })),
    edges: picture.ways.map(({ from, to }) => ({ id: `${from} → ${to}`, source: from, target: to })),
  }
}

function StopShown({ data: stop }: NodeProps<StopNode>) {
  return (
    <div className={classes.stop} data-kind={stop.kind} style={stopSize}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <StopTitle stop={stop} />
      <span>{stop.kind === 'rest' ? `${stop.detail} · show more` : stop.detail}</span>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  )
}

function StopTitle({ stop: { kind, title, to } }: { stop: Stop }) {
  const more = useContext(More)
  if (kind === 'rest')
    return (
      <UnstyledButton className={classes.more} onClick={more}>
        {title}
      </UnstyledButton>
    )
  return to ? <RowLink to={to}>{title}</RowLink> : <b>{title}</b>
}

const nodeTypes = { stop: StopShown }
