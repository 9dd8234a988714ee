/**
 * web/features/receiving/receipt-lines.tsx — the lines of a receipt, made for a scanner: each code ends with Enter, and
 * Enter goes to the next field, at the end to a new line.
 */
import { Button, Kbd, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { fieldProblems } from '../../api/problem.ts'
import type { NewReceipt, Receipt } from '../../api/types.ts'
import { Section } from '../../shared/page.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import type { Write } from '../../shared/use-write.ts'
import { type Choice, LineQuestion, lineOf } from './line-question.tsx'
import classes from './receipt-line.module.css'
import { type ReceiptForm, ReceiptLine } from './receipt-line.tsx'
import { emptyLine, isUntouched, type ReceiptValues } from './receipt-values.ts'

type ReceiptLinesProps = Readonly<{
  form: ReceiptForm
  receive: Write<NewReceipt, Receipt>
  onSend: (values: ReceiptValues) => void
  children: ReactNode
}>

export function ReceiptLines({ form, receive, onSend, children }: ReceiptLinesProps) {
  const { lines, warehouse } = form.values
  const warehouseId = useWarehouses().data?.find(({ code }) => code === warehouse)?.id
  const list = useRef<HTMLDivElement>(null)
  useComplaints(form, receive)
  const asked = receive.problem ? lineOf(receive.problem) : null
  const add = () => {
    flushSync(() => form.insertListItem('lines', emptyLine()))
    focusOn(list.current, lines.length, 'product')
  }
  const choose = (index: number, { change, again }: Choice) => {
    receive.forget()
    if (change === 'remove') return form.removeListItem('lines', index)
    if (change === 'correct_date') return
    const next = lines.map((line, at) => (at === index ? { ...line, ...change } : line))
    form.setFieldValue('lines', next)
    if (again) onSend({ ...form.values, lines: next })
    else setTimeout(() => focusOn(list.current, index, 'batch'))
  }
  const filled = lines.filter((line) => !isUntouched(line)).length
  return (
    <Section title="What came" flush>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys typed in the fields inside */}
      <div ref={list} style={{ padding: '0 16px' }} onKeyDown={(event) => goOn(event, list.current, add)}>
        {lines.map((line, index) => (
          <div key={line.key} data-line={index} className={classes.lineGroup}>
            <ReceiptLine
              form={form}
              index={index}
              warehouseId={warehouseId}
              onRemove={() => form.removeListItem('lines', index)}
            />
            {asked === index && receive.problem ? (
              <LineQuestion
                problem={receive.problem}
                line={line}
                onChoose={(choice) => choose(index, choice)}
                onCorrected={() => onSend(form.values)}
              />
            ) : null}
          </div>
        ))}
        {children ? <div className={classes.elsewhere}>{children}</div> : null}
      </div>
      <Foot lines={filled} sending={receive.sending} onAdd={add} />
    </Section>
  )
}

type FootProps = Readonly<{ lines: number; sending: boolean; onAdd: () => void }>

function Foot({ lines, sending, onAdd }: FootProps) {
  return (
    <div className={classes.foot}>
      <Button variant="default" leftSection={<IconPlus size={15} />} onClick={onAdd}>
        Add a line
      </Button>
      <Text c="dimmed" fz="sm" visibleFrom="sm">
        <Kbd size="xs">Enter</Kbd> next field · <Kbd size="xs">Ctrl Enter</Kbd> receive
      </Text>
      <Button type="submit" loading={sending} disabled={lines === 0}>
        {lines <= 1 ? 'Receive' : `Receive ${lines} lines`}
      </Button>
    </div>
  )
}

const steps = ['product', 'quantity', 'batch', 'expiresOn', 'place']

function focusOn(list: HTMLElement | null, line: number, step: string): boolean {
  const field = list?.querySelector<HTMLInputElement>(`[data-line="${line}"] input[data-step="${step}"]:not(:disabled)`)
  field?.focus()
  field?.select()
  return field !== undefined && field !== null
}

/** Enter goes on; with Ctrl or ⌘ it receives. An option chosen from an open list goes on as well. */
function goOn(event: KeyboardEvent, list: HTMLElement | null, add: () => void): void {
  const { target } = event
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return
  if (event.ctrlKey || event.metaKey) {
    target.form?.requestSubmit()
    return
  }
  const step = target.dataset.step
  if (step === undefined) return
  event.preventDefault()
  const line = Number(target.closest<HTMLElement>('[data-line]')?.dataset.line)
  // At once: a scanner's next character comes before any timer would.
  if (!steps.slice(steps.indexOf(step) + 1).some((next) => focusOn(list, line, next))) add()
}

/** Puts complaints at the fields of the lines they are about. */
function useComplaints(form: ReceiptForm, { problem }: Write<NewReceipt, Receipt>): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form object is another one on every render
  useEffect(() => {
    if (!problem) return
    const line = lineOf(problem)
    const fields: Record<string, string> = {
      batch_code_needed: 'batch',
      date_needed: 'expiresOn',
      serials_needed: 'serials',
    }
    const field = fields[problem.code]
    const words = problem.detail.replace(/^line \d+: /, '')
    const own = line !== null && field ? { [`lines.${line}.${field}`]: words } : {}
    const named = fieldProblems(problem).map(({ at, message }) => [at.replace(/^line (\d+)$/, fieldOfLine), message])
    form.setErrors({ ...Object.fromEntries(named), ...own })
  }, [problem])
}

const fieldOfLine = (_: string, number: string) => `lines.${Number(number) - 1}.batch`
