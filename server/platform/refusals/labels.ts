/**
 * server/platform/refusals/labels.ts — refusals of labels.
 */
import { refuse } from './refuse.ts'

export const labelRefusals = {
  label_printed_before: refuse<{ subject: string; number: string; on: string; by: string; others: number }>(
    409,
    ({ subject, number, on, by, others }) =>
      `A label of ${subject} was printed on ${on} by ${by} (${number})${others > 0 ? `, and of ${others} more` : ''}. Say why it is printed once more.`,
  ),
  label_no_room: refuse<{ subject: string; says: string }>(
    422,
    ({ subject, says }) => `The label of ${subject} cannot be printed. ${says} Choose a larger label, or another code.`,
  ),
  label_taken: refuse<{ number: string; by: string; at: string }>(
    409,
    ({ number, by }) => `${by} has sent ${number} to a printer already. Print it once more with a reason.`,
  ),
  label_name_taken: refuse<{ name: string }>(
    409,
    ({ name }) => `There is a label ${name} of this kind already. Choose another name.`,
  ),
  label_too_many: refuse<{ asked: number; most: number }>(
    422,
    ({ asked, most }) => `${asked} labels are too many for one print: at most ${most}. Print them in parts.`,
  ),
  batch_page_off: refuse<Record<string, never>>(404, () => 'This link leads to no page. The package says whom to ask.'),
} as const
