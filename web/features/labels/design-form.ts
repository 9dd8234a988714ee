/** web/features/labels/design-form.ts — what is filled in where a label is drawn. */
import type { UseFormReturnType } from '@mantine/form'
import type { LabelDesign, LabelKind } from '../../api/types.ts'

export type DesignForm = UseFormReturnType<{ name: string; design: LabelDesign }>
export type PartsProps = Readonly<{ kind: LabelKind; form: DesignForm }>
