/**
 * web/shared/enter-goes-on.ts — a form for a scanner, which ends each code with Enter: Enter goes to the next field that is
 * a step, after the last one to what comes then; with Ctrl or ⌘ it sends. A field that is wrong is not left.
 */
import { type KeyboardEvent, type RefObject, useEffect } from 'react'
import { flushSync } from 'react-dom'

const steps = 'input[data-step]:not(:disabled)'

/** For the element around the fields. An option chosen from an open list goes on as well. */
export function enterGoesOn(event: KeyboardEvent<HTMLElement>, afterLast: () => void): void {
  const { target, currentTarget } = event
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || !currentTarget.contains(target)) return
  event.preventDefault()
  // A list that Enter opens just now.
  if (target.readOnly && target.getAttribute('aria-expanded') === 'false') return
  const isWrong = target.validity.customError && target.dataset.pending === undefined
  if (event.ctrlKey || event.metaKey) target.form?.requestSubmit()
  else if (isWrong) target.reportValidity()
  // At once: a scanner's next character comes before any timer would.
  else if (!focusFirst(stepsOf(currentTarget).filter(comesAfter(target)))) afterLast()
}

const stepsOf = (within: Element | null) => [...(within?.querySelectorAll<HTMLInputElement>(steps) ?? [])]

const comesAfter = (field: Node) => (other: Node) =>
  (field.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

function focusFirst([first]: readonly HTMLInputElement[], options: FocusOptions = {}): boolean {
  first?.focus(options)
  first?.select()
  return first !== undefined
}

/** The first step that is still empty, or else the first. */
export function focusFirstStep(within: Element | null, options: FocusOptions = {}): void {
  const all = stepsOf(within)
  focusFirst([...all.filter(({ value }) => value === ''), ...all], options)
}

type NewLine = Readonly<{ lastIsEmpty: boolean; insert: () => void }>

/** To a new line, at once; one empty line is enough. Lines are marked with `data-line`. */
export function goToNewLine(within: Element | null, { lastIsEmpty, insert }: NewLine): void {
  if (!lastIsEmpty) flushSync(insert)
  focusFirstStep([...(within?.querySelectorAll('[data-line]') ?? [])].at(-1) ?? null)
}

/** Where a page begins; what stands above stays in sight. */
export function useFirstStep(within: RefObject<HTMLElement | null>): void {
  useEffect(() => focusFirstStep(within.current, { preventScroll: true }), [within])
}
