import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupBy } from './group-by.ts'

test('law: every row is in the group of its key, in the order given, and no row is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ key: fc.constantFrom('a', 'b', null), at: fc.nat() })), (rows) => {
      const groups = groupBy(rows, ({ key }) => key)
      expect([...groups.keys()]).toEqual([...new Set(rows.map(({ key }) => key))])
      for (const [key, group] of groups) expect(group).toEqual(rows.filter((row) => row.key === key))
    }),
  )
})
