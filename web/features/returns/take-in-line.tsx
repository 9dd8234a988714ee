import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { batchText, untrackedCode } from '#domain/batch-code.ts'
import { codeNow } from '../../shared/code-now.ts'
import { Picker } from '../../shared/picker.tsx'
import { PlacePicker } from '../../shared/place-picker.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import classes from './take-in.module.css'
import { type BackLine, type ReturnLine, type TakeInForm, toCome } from './take-in-values.ts'

type LineProps = Readonly<{
  form: TakeInForm
  index: number
  announced: ReturnLine
  warehouseId: string | undefined
  onAnother: () => void
}>

export function TakeInLine({ form, index, announced, warehouseId, onAnother }: LineProps) {
  const { sku, productName, quantity, tracking, out } = announced
  const field = (name: keyof BackLine) => form.getInputProps(`lines.${index}.${name}`)
  return (
    <fieldset className={classes.line} aria-label={`${sku}, entry ${index + 1}`}>
      <div className={classes.what}>
        <b>{sku}</b> {productName}
        <div
          className={classes.below}
        >{`${quantityText(toCome(announced))} of ${quantityText(quantity)} still to come`}</div>
      </div>
      <QuantityInput label="Quantity" min={0} placeholder="none" {...field('quantity')} data-step="quantity" />
      {tracking === 'serial' ? (
        <Textarea label="Serials" placeholder="One a line, scanned" autosize minRows={1} {...field('serials')} />
      ) : (
        <div>
          {form.values.lines[index]?.unlabelled ? null : <BatchField out={out} field={field('batch')} />}
          {out.length > 1 ? (
            <Checkbox
              mt={6}
              label="Nobody can read the label"
              {...form.getInputProps(`lines.${index}.unlabelled`, { type: 'checkbox' })}
            />
          ) : null}
        </div>
      )}
      <PlacePicker
        warehouseId={warehouseId}
        valueIs="code"
        placeholder="Quarantine"
        clearable
        clearButtonProps={{ 'aria-label': 'No place' }}
        {...field('place')}
        data-step="place"
      />
      {out.length > 1 && tracking !== 'serial' ? (
        <Button variant="default" className={classes.another} onClick={onAnother}>
          Of another batch too
        </Button>
      ) : null}
    </fieldset>
  )
}

/** Whose code has the text in it; else the one that is meant by it on an old label. */
function useFitting(out: ReturnLine['out'], text: string) {
  const [asked] = useDebouncedValue(text.trim(), 200)
  const typed = text.trim().toLowerCase()
  const rows = out.filter(({ batchCode }) => batchCode.toLowerCase().includes(typed))
  const asks = rows.length === 0 && typed !== ''
  const old = useQuery({
    queryKey: ['batches', 'called', asked, out.map(({ batchId }) => batchId)],
    queryFn: () => codeNow(asked, out),
    enabled: asks && asked !== '',
  })
  const meant = asks && asked === text.trim() ? out.find(({ batchCode }) => batchCode === old.data) : undefined
  const known = !asks || (asked === text.trim() && !old.isFetching)
  return meant ? { rows: [meant], known, old: true } : { rows, known, old: false }
}

type BatchFieldProps = Readonly<{ out: ReturnLine['out']; field: ReturnType<TakeInForm['getInputProps']> }>

/** Its own batch where no other is out; of several it is asked; where nobody knows who had it, the label must say. */
function BatchField({ out, field: { value, onChange, ...field } }: BatchFieldProps) {
  const fitting = useFitting(out, String(value))
  if (out.length > 0 && out.every(({ batchCode }) => batchCode === untrackedCode)) return null
  const text = String(value)
  if (out.length === 0)
    return (
      <TextInput
        label="Batch code"
        placeholder="as on the label"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={onChange}
        {...field}
        data-step="batch"
      />
    )
  return (
    <Picker
      label="Batch"
      placeholder="Which is on the label?"
      {...field}
      {...{ 'data-step': 'batch' }}
      openOnFocus
      text={text}
      settled={out.some(({ batchCode }) => batchCode === text.trim())}
      looked={fitting}
      optionOf={({ batchCode, quantity }) => ({
        value: batchCode,
        label: `${fitting.old ? `labelled ${text.trim()}, ` : ''}at most ${quantityText(quantity)}`,
      })}
      showOption={({ value: batchCode, label }) => (
        <span>
          <b>{batchText(batchCode)}</b> {label}
        </span>
      )}
      words={['batch out', 'batches']}
      onText={onChange}
      onChoose={({ batchCode }) => onChange(batchCode)}
    />
  )
}
