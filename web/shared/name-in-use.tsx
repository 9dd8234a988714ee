import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'

type NameProps = Omit<AutocompleteProps, 'data'>

function useNamesInUse(kind: 'channels' | 'categories'): readonly string[] {
  const { data } = useQuery({
    queryKey: [kind, 'in use'],
    queryFn: () => answerOf(api.GET(`/v1/${kind}`)),
    staleTime: 60_000,
    refetchInterval: false,
  })
  return data?.items ?? []
}

/** Free text: a channel is what orders name. Those there are already are offered. */
export function ChannelInput(props: NameProps) {
  return <Autocomplete label="Channel" limit={12} maxLength={40} {...props} data={[...useNamesInUse('channels')]} />
}

export function CategoryInput(props: NameProps) {
  return <Autocomplete label="Category" limit={12} maxLength={100} {...props} data={[...useNamesInUse('categories')]} />
}
