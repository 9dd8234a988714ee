/**
 * web/features/notices/use-notices.ts — what a recall's notices are read by.
 */
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../../api/client.ts'
import { usePages } from '../../shared/use-pages.ts'

export const useNotices = (ref: string) =>
  useQuery({
    queryKey: ['recall', ref, 'notices'],
    queryFn: () => answerOf(api.GET('/v1/recalls/{ref}/notices', { params: { path: { ref } } })),
  })

export type Shown = Readonly<{
  list?: 'silent' | 'answered' | 'came_back' | 'letter' | 'by_hand' | 'call' | 'audience'
}>

export const useRecipients = (ref: string, shown: Shown) =>
  usePages(['recall', ref, 'recipients', shown], (cursor) =>
    answerOf(
      api.GET('/v1/recalls/{ref}/recipients', {
        params: { path: { ref }, query: { limit: 20, ...shown, ...given({ cursor }) } },
      }),
    ),
  )

export const useRecipient = (ref: string, recipientId: string) =>
  useQuery({
    queryKey: ['recall', ref, 'recipient', recipientId],
    queryFn: () =>
      answerOf(api.GET('/v1/recalls/{ref}/recipients/{recipientId}', { params: { path: { ref, recipientId } } })),
  })
