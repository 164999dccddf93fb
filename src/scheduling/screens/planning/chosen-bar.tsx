import { Button } from '#ui/button'
import { useWords } from '#ui/words'
import type { Bar } from './grid/bars.ts'
import type { Deeds } from './use-deeds.ts'
import { words } from './words.ts'

type Choosing = { chosen: readonly Bar[]; deeds: Deeds; edits: boolean; onClear: () => void }

/** What can be done to several shifts at once. */
export function ChosenBar({ chosen, deeds, edits, onClear }: Choosing) {
  const say = useWords(words)
  if (chosen.length < 2) return null
  const free = chosen.some(({ locked }) => !locked)
  return (
    <div className="scheduling-chosen" role="group" aria-label={say('chosen', { count: chosen.length })}>
      <strong>{say('chosen', { count: chosen.length })}</strong>
      {edits && (
        <>
          <Button size="small" icon="lock" keys="L" onPress={() => deeds.lock(chosen, free)}>
            {say(free ? 'lockAll' : 'freeAll')}
          </Button>
          <Button
            size="small"
            icon="trash"
            onPress={() => {
              deeds.remove(chosen)
              onClear()
            }}
          >
            {say('removeAll')}
          </Button>
        </>
      )}
      <Button size="small" tone="quiet" onPress={onClear}>
        {say('clear')}
      </Button>
    </div>
  )
}
