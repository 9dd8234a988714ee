/**
 * web/features/recalls/scope-words.tsx — what is meant, as sentences.
 */
import type { RecallPart, RecallScope } from '../../api/types.ts'
import { InstantText, isoDayInWords } from '../../shared/date-text.tsx'
import { useNames } from '../../shared/use-names.ts'

/** The API takes ids as well as codes. */
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

type NameOf = (ref: string | undefined) => string

const refsOf = ({ batch, lot, product, supplier, receipt, warehouse, place }: RecallPart) =>
  [batch, lot, product, supplier, receipt, warehouse, place].filter((ref) => ref !== undefined)

/** What is named by id, as people call it; a batch with its product. */
export function useScopeNames({ parts, except = [] }: RecallScope): NameOf {
  const names = useNames([...parts.flatMap(refsOf), ...except].filter(isId))
  return (ref = '') => {
    const name = names.get(ref)
    if (name === undefined) return isId(ref) ? '…' : ref
    return name.kind === 'batch' ? `${name.title} (${name.detail})` : name.title
  }
}

type PartWordsProps = Readonly<{ part: RecallPart; nameOf: NameOf; ofTrace: boolean }>

/** Where more of it can come, a recall holds it as it comes; a trace tells what is known. */
export function PartWords({ part, nameOf, ofTrace }: PartWordsProps) {
  if (part.kind === 'place') return <LayThere part={part} nameOf={nameOf} />
  const comes = part.kind === 'supplier_lot' || part.kind === 'product'
  return `${partText(part, nameOf)}${comes && !ofTrace ? ', also what is still to come' : ''}`
}

const of = (words: string, value: string) => (value === '' ? '' : ` ${words} ${value}`)

function partText(part: RecallPart, nameOf: NameOf): string {
  const [product, supplier] = [nameOf(part.product), nameOf(part.supplier)]
  switch (part.kind) {
    case 'batch':
      return `Batch ${nameOf(part.batch)}`
    case 'lot':
      return `Every batch of lot ${nameOf(part.lot)}`
    case 'serials':
      return part.serialTo
        ? `Units ${part.serialFrom} to ${part.serialTo} of ${product}`
        : `Unit ${part.serialFrom} of ${product}`
    case 'supplier_lot':
      return `Supplier's lot ${part.supplierLot}${of('of', supplier)}`
    case 'receipt':
      return `What came with receipt ${nameOf(part.receipt)}${of(', only', product)}`
    case 'product':
      return `All of ${product}${of('from', supplier)}${madeText(part)}`
    case 'place':
      return ''
  }
}

function madeText({ producedFrom, producedTo }: RecallPart): string {
  if (!producedFrom && !producedTo) return ''
  const from = producedFrom ? ` from ${isoDayInWords(producedFrom)}` : ''
  return ` made${from}${producedTo ? ` to ${isoDayInWords(producedTo)}` : ' on'}`
}

function LayThere({
  part: { warehouse, place, product, from = '', to = '' },
  nameOf,
}: Readonly<{ part: RecallPart; nameOf: NameOf }>) {
  const where = [warehouse, place].filter((ref) => ref !== undefined).map(nameOf)
  return (
    <>
      {`Whatever${of('of', nameOf(product))} lay in ${where.join(' · ')} between `}
      <InstantText at={from} /> and <InstantText at={to} />
    </>
  )
}
