import type { Case } from '#cases/contract'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Stack } from '#ui/layout'
import { useAsk } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listCasePromises, type Promised } from '../contract.ts'
import { useDeeds } from './deeds.tsx'
import { useDueWords } from './use-due-words.ts'
import { words } from './words.ts'

const isOwed = ({ state }: Promised): boolean => state === 'open' || state === 'broken'

/** Before a case is closed over what is promised in it: keep it, move it, withdraw it, or close knowing that it still holds. */
export function ClosingPromises({ found, onGo, onStay }: { found: Case; onGo: () => void; onStay: () => void }) {
  const say = useWords(words)
  const when = useDueWords()
  const deeds = useDeeds()
  const owed = useAsk(listCasePromises, { case: found.id, limit: 50 }).data?.items.filter(isOwed)
  const settled = owed?.length === 0
  return (
    <Dialog
      open
      onClose={onStay}
      title={say('closingTitle')}
      foot={
        <>
          <Button onPress={onStay}>{say('closingStay')}</Button>
          <Button tone={settled ? 'primary' : 'plain'} icon="check" onPress={onGo}>
            {say(settled ? 'closingGo' : 'closingAnyway')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{say(settled ? 'closingSettled' : 'closingText')}</p>
        <ul className="commitments-owed">
          {owed?.map((promise) => (
            <li key={promise.id} className="commitments-one">
              <strong>{promise.what}</strong>
              <small>
                {when(promise)} · <Time at={promise.due_at} />
              </small>
              <span className="commitments-deeds">
                <Button size="small" icon="check" onPress={() => deeds.keep(promise)} aria-description={promise.what}>
                  {say('keep')}
                </Button>
                <Button size="small" onPress={() => deeds.move(promise)} aria-description={promise.what}>
                  {say('move')}
                </Button>
                <Button size="small" tone="quiet" onPress={() => deeds.withdraw(promise)} aria-description={promise.what}>
                  {say('withdraw')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </Stack>
      {deeds.dialogs}
    </Dialog>
  )
}
