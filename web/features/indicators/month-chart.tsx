/**
 * web/features/indicators/month-chart.tsx — a bar a month; the same is told by the table beside it.
 */
import type { Indicator } from '../../api/types.ts'
import classes from './indicators.module.css'

type MonthChartProps = Readonly<{ months: Indicator['months']; unit: Indicator['unit']; title: string }>

const height = 100
const step = 24

/** Percent stand up to 100, times up to the longest. */
export function MonthChart({ months, unit, title }: MonthChartProps) {
  const most = Math.max(unit === 'percent' ? 100 : 1, ...months.map(({ value }) => value ?? 0))
  const [first, last] = [months[0]?.month, months.at(-1)?.month]
  return (
    <figure className={classes.chart}>
      <svg
        viewBox={`0 0 ${months.length * step} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title}, from ${first} to ${last}`}
      >
        {months.map(({ month, value }, at) => {
          const tall = value === null ? 0 : Math.max((value / most) * (height - 4), 2)
          return (
            <rect
              key={month}
              x={at * step + 4}
              y={height - tall}
              width={step - 8}
              height={tall}
              rx={2}
              className={classes.bar}
            />
          )
        })}
        <line x1={0} x2={months.length * step} y1={height} y2={height} className={classes.base} />
      </svg>
      <figcaption>
        <span>{first}</span>
        <span>{last}</span>
      </figcaption>
    </figure>
  )
}
