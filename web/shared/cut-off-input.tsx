import { TextInput, type TextInputProps } from '@mantine/core'

/** By the clock of the warehouse. */
export const CutOffInput = (props: TextInputProps) => (
  <TextInput
    label="Cut-off time"
    type="time"
    description="What is ready by then, by the clock of the warehouse, still leaves on that day"
    {...props}
  />
)
