import type { Id } from '#base/contract'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getCaseClocks, putTaken, type Escalation } from '../contract.ts'
import { words } from './words.ts'

type Escalated = { escalations: readonly Escalation[]; climbs: boolean; of: Id<'case'> }

/** Who was called for help, and who has taken it. */
export function Escalations({ escalations, climbs, of }: Escalated) {
  const say = useWords(words)
  const spoken = useLanguage()
  const take = useSend(putTaken, { refetch: [getCaseClocks], onDone: () => toast({ tone: 'good', text: say('takenToast') }) })
  return (
    <section className="clocks-escalations" aria-label={say('escalated')}>
      <header>
        <h3>{say('escalated')}</h3>
        {climbs && (
          <Button size="small" tone="promise" icon="take" busy={take.isPending} onPress={() => take.mutate({ case: of })}>
            {say('take')}
          </Button>
        )}
      </header>
      <ul>
        {escalations.slice(0, 6).map((each) => (
          <li key={each.id}>
            <strong>
              {say(each.cause)} · {say('step', { step: each.step, whom: each.whom[spoken] })}
            </strong>
            <small>
              <Time at={each.at} />
              {each.people.length > 0 && <> · {say('told', { names: each.people.map(({ name }) => name).join(', ') })}</>}
            </small>
            {each.taken_by && (
              <Badge tone="good" icon="check">
                {say('takenBy', { name: each.taken_by.name })}
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
