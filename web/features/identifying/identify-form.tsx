/**
 * web/features/identifying/identify-form.tsx — at a bin: scan the label of goods without batch, write how many are of it, go on. Made for a phone and a
 * scanner: a bin that is scanned is chosen, Enter goes on to what is missing.
 */
import { Button, Group, Select, Stack } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { Identification, NewBody } from '../../api/types.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { enterGoesOn } from '../../shared/enter-goes-on.ts'
import { labelOf } from '../../shared/label-of.ts'
import { countOf } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { ScanInput } from '../../shared/scan-input.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import classes from './identifying.module.css'

type Lying = Identification['places'][number]
type Line = NewBody<'/v1/identifications/{id}/units'>['lines'][number]
type FormProps = Readonly<{
  path: Identification
  place: string | null
  onPlace: (placeId: string | null) => void
  onDone: (words: string) => void
  /** Where the label is scanned. */
  label: RefObject<HTMLInputElement | null>
}>

/** Units that can be identified there: what lies picked stays what it is. */
export const freeToIdentify = ({ onHand, picked }: Lying): number => Math.max(0, onHand - picked)
export const identifiable = ({ places }: Identification): Lying[] =>
  places.filter((one) => one.warehouseCode !== null && freeToIdentify(one) > 0)

function useIdentifying({ path, place, onPlace, onDone, label }: FormProps) {
  const [scan, setScan] = useState('')
  const [quantity, setQuantity] = useState<number | ''>('')
  const [expiresOn, setExpiresOn] = useState<string | null>(null)
  const here = identifiable(path).find(({ placeId }) => placeId === place)
  const identifying = useWrite(
    (lines: readonly Line[], key) =>
      answerOf(
        api.POST('/v1/identifications/{id}/units', {
          params: { path: { id: path.id } },
          body: { lines: [...lines] },
          headers: intent(key),
        }),
      ),
    (_, [line]) => {
      onDone(`${countOf(line?.quantity ?? 0, 'unit')} at ${here?.placeCode ?? ''}: batch ${namedIn(line?.batch ?? '')}`)
      setScan('')
      setQuantity('')
      setExpiresOn(null)
      label.current?.focus()
    },
  )
  const type = (text: string) => {
    identifying.forget()
    setScan(text)
  }
  /** Enter on the scan box: a bin is chosen and the box is ready for a label; on nothing, it stays. */
  const takesBin = (): boolean => {
    const bin = identifiable(path).find(({ placeCode }) => placeCode === scan.trim())
    if (!bin) return scan.trim() === ''
    onPlace(bin.placeId)
    setScan('')
    return true
  }
  const isWhole = place !== null && scan.trim() !== '' && quantity !== ''
  const send = (more: Pick<Line, 'different'> = {}) => {
    if (!isWhole) return
    identifying.send([
      { place, batch: scan.trim(), quantity, ...given({ expiresOn: expiresOn ?? undefined }), ...more },
    ])
  }
  return { scan, type, quantity, setQuantity, expiresOn, setExpiresOn, label, here, takesBin, send, identifying }
}

/** That the code is of another batch all the same, whatever it looks like. */
const confirmable = new Set(['batch_looks_alike', 'identify_bin'])

const namedIn = (scan: string): string => labelOf(scan).batch ?? scan

export function IdentifyForm(props: FormProps) {
  const { path, place, onPlace } = props
  const form = useIdentifying(props)
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault()
    form.send()
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && event.target === form.label.current && form.takesBin()) event.preventDefault()
    else enterGoesOn(event, () => form.send())
  }
  return (
    <section className={classes.now} aria-label="Identify units">
      <form onSubmit={submit} onKeyDown={press}>
        <Stack gap="sm">
          <Fields form={form} path={path} place={place} onPlace={onPlace} />
          <ProblemAlert problem={form.identifying.problem} oneLine />
          <Group>
            <Button type="submit" size="md" loading={form.identifying.sending} disabled={place === null}>
              They are this batch
            </Button>
            {confirmable.has(form.identifying.problem?.code ?? '') ? (
              <Button size="md" variant="default" onClick={() => form.send({ different: true })}>
                It is another batch
              </Button>
            ) : null}
          </Group>
        </Stack>
      </form>
    </section>
  )
}

type FieldsProps = Omit<FormProps, 'onDone' | 'label'> & Readonly<{ form: ReturnType<typeof useIdentifying> }>

function Fields({ form, path, place, onPlace }: FieldsProps) {
  const places = identifiable(path).map((one) => ({
    value: one.placeId,
    label: `${one.placeCode}, ${one.warehouseCode}: ${freeToIdentify(one)} to identify`,
  }))
  return (
    <div className={classes.fields}>
      <Select
        size="lg"
        label="Where they lie"
        placeholder="Choose the bin, or scan it below"
        data={places}
        value={place}
        onChange={onPlace}
        searchable
        nothingFoundMessage="Nothing without a batch lies there"
      />
      <ScanInput
        ref={form.label}
        data-step
        size="lg"
        label="Scan the label, or type the batch code"
        value={form.scan}
        onScan={form.type}
      />
      <QuantityInput
        data-step
        size="lg"
        label="How many are of it"
        {...(form.here ? { max: freeToIdentify(form.here) } : {})}
        value={form.quantity}
        onChange={form.setQuantity}
      />
      <DayInput
        label="Last day on the label"
        description="Of a batch that is new, where the code does not hold it"
        value={form.expiresOn}
        onChange={form.setExpiresOn}
      />
    </div>
  )
}
