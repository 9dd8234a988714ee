import { byMonth, definitions, figureOf, indicatorKeys, monthOf, monthsUntil } from '#domain/indicators/indicators.ts'
import type { Db } from '#platform/db.ts'
import { Choice, Exactly, type House, Id, Instant, Nullable, read, Type } from '#platform/http/index.ts'
import { pointsSince } from './points.ts'

const figure = {
  numerator: Type.Number(),
  denominator: Type.Number(),
  cases: Type.Integer({ description: 'That count in it' }),
  value: Nullable(Type.Number({ description: 'A mean of seconds, or percent; null where nothing counts' })),
}
const Indicators = Type.Object({
  items: Type.Array(
    Type.Object({
      key: Choice(indicatorKeys),
      title: Type.String(),
      unit: Choice(['seconds', 'percent']),
      numerator: { ...Type.String(), description: 'What is above the line' },
      denominator: { ...Type.String(), description: 'What is below the line' },
      says: { ...Type.String(), description: 'The definition' },
      total: Type.Object(figure, { description: 'Of all these months' }),
      months: Type.Array(Type.Object({ month: Type.String(), ...figure })),
      rows: Type.Array(
        Type.Object({
          kind: Choice(['recall', 'mock']),
          id: Id(),
          number: Type.String(),
          at: Instant(),
          numerator: Type.Number(),
          denominator: { ...Type.Number(), description: '0 where it says nothing yet' },
          remark: Nullable(Type.String()),
        }),
        { description: 'The cases behind the number, newest first' },
      ),
    }),
  ),
})

async function indicators(db: Db, count: number) {
  const months = monthsUntil(monthOf(db.act.at), count)
  const points = await pointsSince(db, `${months[0]}-01T00:00:00.000Z`)
  return {
    items: indicatorKeys.map((key) => {
      const definition = definitions[key]
      const own = points[key]
      return {
        key,
        ...definition,
        total: figureOf(own, definition.unit),
        months: byMonth(own, definition.unit, months),
        rows: own.toSorted((a, b) => b.at.localeCompare(a.at)),
      }
    }),
  }
}

export function indicatorsRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/indicators',
      needs: 'look',
      tells:
        'What is measured of recalls and mock recalls, by month of their start in UTC, each with its definition and the cases behind it',
      tag: 'indicators',
      query: Exactly({ months: Type.Optional(Type.Integer({ minimum: 1, maximum: 60, default: 12 })) }),
      answer: Indicators,
    },
    (db, { query: { months = 12 } }) => indicators(db, months),
  )
}
