/**
 * domain/trace/generations.ts — how many steps a batch stands below what it is asked of, or above it.
 */
import { groupBy } from '../group-by.ts'

/** The child was made of the parent, or is it under another name. */
export type MadeOf = Readonly<{ parentId: string; childId: string }>
type Asked = Readonly<{ roots: readonly string[]; links: readonly MadeOf[] }>

/**
 * 0 for what is asked of, 1 for what was made of it, -1 for what it was made of. The longest way counts, so that every link goes on to the next generations; where
 * batches were made of each other, the link that closes the ring is passed over. What is both above and below stands below; what no link reaches is not in it.
 */
export function generationsOf({ roots, links }: Asked): Map<string, number> {
  const turned = links.map(({ parentId, childId }) => ({ parentId: childId, childId: parentId }))
  const above = [...stepsFrom({ roots, links: turned })].map(([id, steps]) => [id, steps === 0 ? 0 : -steps] as const)
  return new Map([...above, ...stepsFrom({ roots, links })])
}

function stepsFrom({ roots, links }: Asked): Map<string, number> {
  const next = groupBy(links, ({ parentId }) => parentId)
  const childrenOf = (id: string) => (next.get(id) ?? []).map(({ childId }) => childId)
  const { order, closing } = walked(roots, childrenOf)
  const steps = new Map(order.map((id) => [id, 0]))
  for (const id of order)
    for (const child of childrenOf(id).filter((one) => !closing.has(`${id} ${one}`)))
      steps.set(child, Math.max(steps.get(child) ?? 0, (steps.get(id) ?? 0) + 1))
  return steps
}

/** Each before all that comes of it, without recursion: a chain of rework may be long. `closing` are the links that lead back. */
function walked(roots: readonly string[], childrenOf: (id: string) => string[]) {
  const [done, seen, open, closing] = [[] as string[], new Set<string>(), new Set<string>(), new Set<string>()]
  const path: { id: string | null; left: string[] }[] = [{ id: null, left: [...roots] }]
  const leave = (id: string | null) => {
    path.pop()
    if (id === null) return
    done.push(id)
    open.delete(id)
  }
  const enter = (from: string | null, id: string) => {
    if (open.has(id)) closing.add(`${from} ${id}`)
    if (seen.has(id)) return
    seen.add(id)
    open.add(id)
    path.push({ id, left: childrenOf(id) })
  }
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const child = at.left.pop()
    if (child === undefined) leave(at.id)
    else enter(at.id, child)
  }
  return { order: done.reverse(), closing }
}
