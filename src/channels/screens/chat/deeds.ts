// What can be done to a chat: taking it, giving it, ending it. Others see it at once; here the answer is written into what is shown.
import type { PersonId } from '#base/contract'
import { tell } from '#ui/failure'
import { keyOf, queries, refetch, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteChat, getChat, listChats, putChatHandler, type OpenChat } from '../../contract.ts'
import { words } from './thread/thread-words.ts'

const known = (chat: OpenChat): void => {
  queries.setQueryData(keyOf(getChat, { conversation: chat.conversation_id }), chat)
}

export function useTake(chat: OpenChat, onTaken: () => void) {
  const take = useSend(putChatHandler, {
    onDone: (chat) => {
      known(chat)
      void refetch(listChats)
      onTaken()
    },
    onError: (error) => {
      tell(error) // somebody may have been faster: it is said, and shown
      void refetch(getChat, listChats)
    },
  })
  const instead_of = chat.served_by?.id ?? null
  return () => take.mutate({ conversation: chat.conversation_id, instead_of }) // pressed twice it is one wish
}

type Giving = { person: PersonId; note: string }

export function useHand(chat: OpenChat, onDone: () => void) {
  const say = useWords(words)
  const hand = useSend(putChatHandler, {
    onDone: (given) => {
      known(given)
      void refetch(listChats)
      toast({ tone: 'good', text: say('handDone', { name: given.served_by?.name ?? '' }) })
      onDone()
    },
  })
  const give = ({ person, note }: Giving) => {
    const word = note.trim()
    const instead_of = chat.served_by?.id ?? null
    hand.mutate({ conversation: chat.conversation_id, person, instead_of, ...(word === '' ? {} : { note: word }) })
  }
  return { busy: hand.isPending, give }
}

export function useEnd(chat: OpenChat) {
  const say = useWords(words)
  const end = useSend(deleteChat, { refetch: [getChat, listChats], onDone: () => toast({ tone: 'good', text: say('ended') }) })
  return { busy: end.isPending, end: () => end.mutate({ conversation: chat.conversation_id }) }
}
