/**
 * web/features/receiving/receipt-lines.tsx — the lines of a receipt, made for a scanner: each code ends with Enter, and
 * Enter goes to the next field, at the end to a new line.
 */
import { Button, Kbd, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import type { NewReceipt, Receipt } from '../../api/types.ts'
import { goToNewLine } from '../../shared/enter-goes-on.ts'
import { Section } from '../../shared/page.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import type { Write } from '../../shared/use-write.ts'
import { type Choice, LineQuestion, lineOf } from './line-question.tsx'
import classes from './receipt-line.module.css'
import { ReceiptLine } from './receipt-line.tsx'
import type { ReceiptForm } from './receipt-line-fields.ts'
import { emptyLine, isUntouched, type ReceiptValues, sentLines } from './receipt-values.ts'

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
  const said = receive.problem ? lineOf(receive.problem) : null
  const asked = said === null ? null : (sentLines(lines)[said] ?? null)
  const choose = (index: number, { change, again }: Choice) => {
    receive.forget()
    if (change === 'remove') return removeLine(form, index)
    if (change === 'correct_date') return
    const next = lines.map((line, at) => (at === index ? { ...line, ...change } : line))
    form.setFieldValue('lines', next)
    if (again && list.current?.closest('form')?.checkValidity()) onSend({ ...form.values, lines: next })
    else
      setTimeout(() => list.current?.querySelector<HTMLElement>(`[data-line="${index}"] [data-step="batch"]`)?.focus())
  }
  return (
    <Section title="What came" flush>
      <div ref={list} style={{ padding: '0 16px' }}>
        {lines.map((line, index) => (
          <div key={line.key} data-line={index} className={classes.lineGroup}>
            <ReceiptLine form={form} index={index} warehouseId={warehouseId} onRemove={() => removeLine(form, index)} />
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
      <Foot lines={sentLines(lines).length} sending={receive.sending} onAdd={() => addLine(form, list.current)} />
    </Section>
  )
}

export function addLine(form: ReceiptForm, within: Element | null): void {
  const lastIsEmpty = form.values.lines.slice(-1).every(isUntouched)
  goToNewLine(within, { lastIsEmpty, insert: () => form.insertListItem('lines', emptyLine()) })
}

function removeLine(form: ReceiptForm, index: number): void {
  if (form.values.lines.length === 1) form.setFieldValue('lines', [emptyLine()])
  else form.removeListItem('lines', index)
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
