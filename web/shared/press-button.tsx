import { Button } from '@mantine/core'

type PressButtonProps = Readonly<{ words: string; pressed: boolean; onPress: () => void }>

/** One of several lists that a page can show; the one that it shows is pressed. */
export const PressButton = ({ words, pressed, onPress }: PressButtonProps) => (
  <Button size="xs" variant={pressed ? 'light' : 'default'} aria-pressed={pressed} onClick={onPress}>
    {words}
  </Button>
)
