import { useState } from 'react'
import { Button } from '#ui/button'
import { Radios } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getChase, postChase, tones, type Task, type Tone } from '../contract.ts'
import { words as chasing } from './chase-words.ts'
import { touched } from './touched.ts'
import { words } from './words.ts'

/** Chasing by hand: in the next tone of the order, or in another. What was said before stands below. */
export function ChaseDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const say = useWords(words)
  const said = useWords(chasing)
  const chase = useAsk(getChase, { id: task.id }).data
  const [chosen, setChosen] = useState<Tone | null>(null)
  const tone = chosen ?? chase?.next_by_hand ?? 'polite'
  const press = useSend(postChase, {
    refetch: [...touched, getChase],
    onDone: () => {
      toast({ tone: 'good', text: say('chased') })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={said('title', { name: task.asked.name })}
      size="small"
      foot={
        <>
          <Button onPress={onClose}>{say('back')}</Button>
          <Button tone="primary" icon="bell" busy={press.isPending} onPress={() => press.mutate({ id: task.id, tone })}>
            {say('chase')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>
          <strong>{task.title}</strong>
        </p>
        <Radios
          label={said('tone')}
          options={tones.map((each) => ({ id: each, label: said(`tone_${each}`), detail: said(`detail_${each}`) }))}
          value={tone}
          onChange={setChosen}
        />
        {chase && chase.chased.length > 0 && (
          <ul className="tasks-chased">
            {chase.chased.slice(0, 5).map((each) => (
              <li key={each.id}>
                {said(`tone_${each.tone}`)} · <Time at={each.at} />
              </li>
            ))}
          </ul>
        )}
        {chase?.next && (
          <p className="tasks-quiet">
            {said('next', { tone: said(`tone_${chase.next.tone}`) })} <Time at={chase.next.at} />
          </p>
        )}
      </Stack>
    </Dialog>
  )
}
