import { Panel, Stack } from '#ui/layout'
import { Person } from '#ui/person'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listPreferences, putPreferenceAnswer, type Preference } from '../../../contract/work-terms.ts'
import { useWishWords } from '../../mine/wish-words.ts'
import { Answer } from './answer.tsx'
import { requestWords } from './words.ts'

/** What somebody would rather work; what is granted the optimiser weighs. */
export function OneWish({ wish }: { wish: Preference }) {
  const say = useWords(requestWords)
  const sayWish = useWishWords()
  const answer = useSend(putPreferenceAnswer, {
    refetch: [listPreferences],
    onDone: ({ state }) => toast({ text: say(state === 'granted' ? 'wishGranted' : 'wishDeclined'), tone: 'good' }),
  })
  return (
    <Panel>
      <Stack gap={2}>
        <Person person={wish.person} />
        <p>{sayWish(wish)}</p>
        {wish.note && <p className="scheduling-quiet">{say('note', { text: wish.note })}</p>}
        {wish.may.includes('answer') && (
          <Answer busy={answer.isPending} onAnswer={(grant, because) => answer.mutate({ id: wish.id, grant, because })} />
        )}
      </Stack>
    </Panel>
  )
}
