/**
 * web/features/recalls/text-fields.tsx — what a recall says of itself: its title, what is wrong, what it can do to people, and how bad that is.
 */
import { Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { classesAbout, type RecallClass } from './recall-words.tsx'

export const noTexts = { class: null as RecallClass | null, title: '', reason: '', hazard: '' }
type Field = keyof typeof noTexts
type FieldsProps = Readonly<{ form: { getInputProps(field: Field): object } }>

export function TextFields({ form }: FieldsProps) {
  return (
    <>
      <TextInput
        label="Title"
        description="Stands on every hold: Glass in F1"
        required
        maxLength={200}
        {...form.getInputProps('title')}
      />
      <Textarea label="What is wrong with the goods" required autosize minRows={2} {...form.getInputProps('reason')} />
      <Textarea
        label="What it can do to people"
        description="The hazard; customers are told once it is written down"
        autosize
        minRows={1}
        {...form.getInputProps('hazard')}
      />
    </>
  )
}

export function ClassChoice({ form }: FieldsProps) {
  return (
    <Radio.Group label="Class" description="May be decided later" {...form.getInputProps('class')}>
      <Stack gap={8} mt={6}>
        {Object.entries(classesAbout).map(([of, about]) => (
          <Radio key={of} value={of} label={`Class ${of}`} description={about} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
