import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meterOf, stateOf } from './meter.ts'

const units = fc.integer({ min: 0, max: 10_000 })

test.each`
  atStart | identified | here   | gone  | whole   | percent
  ${500}  | ${0}       | ${500} | ${0}  | ${500}  | ${0}
  ${500}  | ${320}     | ${180} | ${0}  | ${500}  | ${64}
  ${500}  | ${320}     | ${100} | ${80} | ${500}  | ${64}
  ${500}  | ${499}     | ${1}   | ${0}  | ${500}  | ${99}
  ${500}  | ${500}     | ${0}   | ${0}  | ${500}  | ${100}
  ${500}  | ${499}     | ${0}   | ${1}  | ${500}  | ${99}
  ${500}  | ${500}     | ${5}   | ${0}  | ${505}  | ${99}
  ${1000} | ${999}     | ${0}   | ${1}  | ${1000} | ${99}
`(
  '$identified of $atStart known and $here left: $percent % of $whole, and $gone are gone',
  ({ atStart, identified, here, gone, whole, percent }) => {
    expect(meterOf({ atStart, identified, here })).toEqual({ whole, identified, here, gone, percent })
  },
)

test('the parts of the meter add up to the whole, which is never less than at the start', () => {
  fc.assert(
    fc.property(units, units, units, (atStart, identified, here) => {
      const meter = meterOf({ atStart, identified, here })
      expect(meter.identified + meter.here + meter.gone).toBe(meter.whole)
      expect(meter.whole).toBeGreaterThanOrEqual(atStart)
      expect(Math.min(meter.gone, meter.here, meter.percent)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('100 % is said only where nothing is unknown', () => {
  fc.assert(
    fc.property(units, units, units, (atStart, identified, here) => {
      const { whole, percent } = meterOf({ atStart, identified, here })
      expect(percent === 100).toBe(whole > 0 && identified === whole)
    }),
  )
})

test('a path ends with the last unit without batch, and goes on where one comes back, unless it was given up', () => {
  expect(stateOf({ here: 1, givenUp: false })).toBe('open')
  expect(stateOf({ here: 0, givenUp: false })).toBe('done')
  expect(stateOf({ here: 1, givenUp: true })).toBe('given_up')
})
