import { fieldsOf } from '#domain/imports/fields.ts'
import { guessMapping, type Mapping, type Placed, readingOf } from '#domain/imports/mapping.ts'
import type { Reading } from '#domain/imports/read-cells.ts'
import type { ImportRow } from './store.ts'

/** A file of before was read by the names of the template alone. */
export function mappingOf({ kind, header, mapping }: Pick<ImportRow, 'kind' | 'header' | 'mapping'>): Mapping {
  if (mapping) return mapping
  const { columns } = guessMapping(kind, header)
  const own = fieldsOf[kind].flatMap(({ name }): [string, Placed][] => {
    const placed = columns[name]
    return placed?.because === 'name' ? [[name, placed]] : []
  })
  return { columns: Object.fromEntries(own), fixed: {} }
}

export const readingFor = (of: Parameters<typeof mappingOf>[0]): Reading => readingOf(mappingOf(of))
