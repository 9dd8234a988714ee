import { UnstyledButton } from '@mantine/core'
import classes from './counting.module.css'

type KeypadProps = Readonly<{ value: number | ''; onChange: (value: number | '') => void }>

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const most = 1e12

/** Keys for a thumb in a glove; a desk has its own. */
export function Keypad({ value, onChange }: KeypadProps) {
  const press = (digit: string) => {
    const next = Number(`${value}${digit}`)
    if (next <= most) onChange(next)
  }
  const shorter = String(value).slice(0, -1)
  return (
    <div className={classes.keys}>
      {digits.map((digit) => (
        <UnstyledButton key={digit} className={classes.key} onClick={() => press(digit)}>
          {digit}
        </UnstyledButton>
      ))}
      <UnstyledButton className={classes.key} onClick={() => onChange('')} aria-label="Clear the number">
        C
      </UnstyledButton>
      <UnstyledButton className={classes.key} onClick={() => press('0')}>
        0
      </UnstyledButton>
      <UnstyledButton
        className={classes.key}
        onClick={() => onChange(shorter === '' ? '' : Number(shorter))}
        aria-label="Take back the last digit"
      >
        ⌫
      </UnstyledButton>
    </div>
  )
}
