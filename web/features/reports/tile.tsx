import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { Tone } from '../../shared/sign.tsx'
import classes from './home-page.module.css'

type Part = Readonly<{ text: string; to?: string }>
type TileProps = Readonly<{
  tone: Tone
  label: string
  /** Where the whole tile leads. */
  to: string
  value: string
  /** What else it says; a part that counts other rows leads to those. */
  details: readonly Part[]
}>

/** A number that asks for attention, as a link to what it is made of. */
export function Tile({ tone, label, to, value, details }: TileProps) {
  return (
    <div className={classes.tile} data-tone={tone}>
      <span className={classes.label}>{label}</span>
      <Link to={to as '/'} className={classes.value} aria-label={`${label}: ${value}`}>
        {value}
      </Link>
      <span className={classes.detail}>
        {details.map(({ text, to: place }, index) => (
          <Fragment key={text}>
            {index > 0 ? ' ' : ''}
            <span className={classes.listed}>
              {place ? (
                <Link to={place as '/'} className={classes.part}>
                  {text}
                </Link>
              ) : (
                text
              )}
              {index < details.length - 1 ? ',' : ''}
            </span>
          </Fragment>
        ))}
      </span>
    </div>
  )
}
