/**
 * web/features/imports/choose-sheet.tsx — a workbook with several sheets was read: whether it was the right one, or which one it should be.
 */
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Import } from '../../api/types.ts'
import { countOf } from '../../shared/quantity.tsx'
import classes from './imports.module.css'

type ChooseSheetProps = Readonly<{ of: Import; busy: boolean; onChoose: (sheet: string) => void }>

export function ChooseSheet({ of: { name, sheet, sheets, rows }, busy, onChoose }: ChooseSheetProps) {
  const [chosen, setChosen] = useState(sheet ?? '')
  const isRead = chosen === sheet
  return (
    <Stack gap="sm" className={classes.choice} role="status">
      <Text className={classes.cell}>
        {name} has {countOf(sheets.length, 'sheet')}. “{sheet}” was read, with {countOf(rows, 'row')}.
      </Text>
      <Group gap="xs" align="end">
        <NativeSelect
          label="Sheet of the workbook"
          value={chosen}
          data={[...sheets]}
          onChange={(event) => setChosen(event.currentTarget.value)}
          disabled={busy}
        />
        <Button onClick={() => onChoose(chosen)} loading={busy}>
          {isRead ? 'Go on with it' : 'Read this one'}
        </Button>
      </Group>
    </Stack>
  )
}
