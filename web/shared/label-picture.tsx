import { Alert, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../api/client.ts'
import type { NewBody } from '../api/types.ts'
import classes from './label-picture.module.css'
import { Unanswered } from './states.tsx'

type Asked = Partial<NewBody<'/v1/labels/preview'>> & Pick<NewBody<'/v1/labels/preview'>, 'kind'>

const pauseMs = 250

/** A label as it will be printed, and what of it is otherwise than wanted. */
export function LabelPicture({
  asked,
}: {
  asked: { [Name in keyof Asked]: Asked[Name] | undefined } & Pick<Asked, 'kind'>
}) {
  const [body] = useDebouncedValue(given(asked) as Asked, pauseMs)
  const preview = useQuery({
    queryKey: ['label-preview', body],
    queryFn: () => answerOf(api.POST('/v1/labels/preview', { body })),
    placeholderData: keepPreviousData,
  })
  if (!preview.data) return <Unanswered of={preview} rows={6} />
  const { svg, codes, notes, problems } = preview.data
  const reads = codes.map((code) => code.reads).join('; ')
  return (
    <Stack gap="xs">
      <img
        className={classes.picture}
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt={`The label. Its codes hold: ${reads || 'nothing'}`}
      />
      {notes.map((note) => (
        <Text key={note} c="dimmed" fz="sm">
          {note}
        </Text>
      ))}
      {problems.length > 0 ? (
        <Alert color="brick" title="This cannot be printed">
          {problems.map(({ at, message }) => (
            <Text key={`${at} ${message}`}>{`${at === 'symbols' ? '' : `${at}: `}${message}`}</Text>
          ))}
        </Alert>
      ) : null}
    </Stack>
  )
}
