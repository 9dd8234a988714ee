import { Link } from '@tanstack/react-router'
import type { Tone } from '../../shared/sign.tsx'
import classes from './home-page.module.css'

type TileProps = Readonly<{ tone: Tone; label: string; to: string; value: string; detail: string }>

/** A number that asks for attention, as a link to what it is made of. */
export function Tile({ tone, label, to, value, detail }: TileProps) {
  return (
    <Link to={to as '/'} className={classes.tile} data-tone={tone}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{value}</span>
      <span className={classes.detail}>{detail}</span>
    </Link>
  )
}
