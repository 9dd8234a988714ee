import type { Name } from '../api/types.ts'
import { RowLink } from './listing.tsx'
import { isShown, pathOf } from './paths.ts'

/** A thing by its name, as a link where it has a page. */
export function NamedLink({ name }: { name: Name }) {
  const { kind, id, title } = name
  return isShown(kind) ? <RowLink to={pathOf(kind, id)}>{title}</RowLink> : title
}
