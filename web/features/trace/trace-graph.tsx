/**
 * web/features/trace/trace-graph.tsx — the way of a batch as a graph; the table beside it says the same in rows.
 */
import '@xyflow/react/dist/style.css'
import { useComputedColorScheme } from '@mantine/core'
import { Background, Controls, type Edge, Handle, type Node, type NodeProps, Position, ReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import type { BatchTrace, Consignment } from '../../api/types.ts'
import { RowLink } from '../../shared/listing.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { placeStops, type Stop, stopSize, stopsAndWays } from './graph-layout.ts'
import classes from './trace-graph.module.css'

type StopNode = Node<Stop, 'stop'>

export function TraceGraph({ trace, consignments }: { trace: BatchTrace; consignments: readonly Consignment[] }) {
  const scheme = useComputedColorScheme('light')
  const { nodes, edges } = useMemo(() => picture(trace, consignments), [trace, consignments])
  return (
    <figure className={classes.graph} aria-label="The way of the batch, from suppliers to customers">
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        colorMode={scheme}
        fitView
        minZoom={0.1}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        preventScrolling={false}
        zoomOnScroll={false}
      >
        <Background gap={22} size={1} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </figure>
  )
}

function picture(trace: BatchTrace, consignments: readonly Consignment[]): { nodes: StopNode[]; edges: Edge[] } {
  const { stops, ways } = stopsAndWays(trace, consignments)
  return {
    nodes: placeStops(stops, ways).map(({ x, y, ...stop }) => ({
      id: stop.id,
      type: 'stop',
      position: { x, y },
      data: stop,
      ...stopSize,
    })),
    edges: ways.map(({ from, to, quantity }) => ({
      id: `${from} → ${to}`,
      source: from,
      target: to,
      label: quantityText(quantity),
    })),
  }
}

function StopShown({ data: { kind, title, detail, to } }: NodeProps<StopNode>) {
  return (
    <div className={classes.stop} data-kind={kind} style={stopSize}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      {to ? <RowLink to={to}>{title}</RowLink> : <b>{title}</b>}
      <span>{detail}</span>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  )
}

const nodeTypes = { stop: StopShown }
