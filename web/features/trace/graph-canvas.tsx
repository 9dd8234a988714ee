/**
 * web/features/trace/graph-canvas.tsx — on which a graph is drawn: panned by dragging, zoomed by pinching or by the buttons, as high as it needs.
 */
import '@xyflow/react/dist/style.css'
import { useComputedColorScheme } from '@mantine/core'
import { Background, Controls, type Node, ReactFlow, type ReactFlowProps } from '@xyflow/react'
import type { Ref } from 'react'
import classes from './trace-graph.module.css'

const heightMin = 260
const heightMax = 760

type Drawn<Shown extends Node> = Pick<
  ReactFlowProps<Shown>,
  'nodes' | 'edges' | 'nodeTypes' | 'onInit' | 'fitView' | 'fitViewOptions' | 'minZoom'
>
type GraphCanvasProps<Shown extends Node> = Drawn<Shown> &
  Readonly<{ ref?: Ref<HTMLElement>; label: string; height: number }>

export function GraphCanvas<Shown extends Node>({ ref, label, height, ...drawn }: GraphCanvasProps<Shown>) {
  const scheme = useComputedColorScheme('light')
  return (
    <figure
      ref={ref}
      className={classes.graph}
      aria-label={label}
      style={{ height: Math.min(heightMax, Math.max(heightMin, height + 60)) }}
    >
      <ReactFlow
        {...drawn}
        colorMode={scheme}
        maxZoom={2}
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
