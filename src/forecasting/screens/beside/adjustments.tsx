import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useAskPages, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteAdjustment, getPublished, listAdjustments, type Adjustment } from '../../contract.ts'
import { change, dayOf, hourOf, number, signed } from '../say.ts'
import type { Say } from '../use-say.ts'
import { words } from '../words.ts'
import type { Besides } from './beside.tsx'

/** What people changed in the span, also what they took back. */
export function Adjustments({ stream, span, overview }: Besides) {
  const say = useWords(words)
  const made = useAskPages(listAdjustments, { ...stream.stream, from: span.from, to: span.to, limit: 10 })
  return (
    <Panel title={say('adjustments')}>
      {made.items.length === 0 ? (
        <p className="forecasting-quiet">{say('adjustmentsEmpty')}</p>
      ) : (
        <>
          <p className="forecasting-quiet">{say('adjustmentsText')}</p>
          <ul className="forecasting-list">
            {made.items.map((each) => (
              <One key={each.id} made={each} zone={overview.zone} may={overview.may_manage} />
            ))}
          </ul>
          {made.hasMore && (
            <Button tone="quiet" size="small" onPress={made.more}>
              {say('more')}
            </Button>
          )}
        </>
      )}
    </Panel>
  )
}

function One({ made, zone, may }: { made: Adjustment; zone: string; may: boolean }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const undo = useSend(deleteAdjustment, {
    refetch: [listAdjustments, getPublished],
    onDone: () => toast({ text: say('adjustmentUndone') }),
  })
  const where = { spoken, zone }
  const [from, to] = [Date.parse(made.from), Date.parse(made.to)]
  const whole = dayOf(from, where) === dayOf(to - 1, where)
  const when = whole
    ? `${dayOf(from, where)} ${hourOf(from, where)}–${hourOf(to, where)}`
    : `${dayOf(from, where)} – ${dayOf(to - 1, where)}`
  return (
    <li data-undone={made.undone ? '' : undefined}>
      <div>
        <strong>{`${amountOf(made, { say, spoken })} · ${say(`of_${made.of}`)}`}</strong>
        <small>{when}</small>
        <small>
          {made.reason} – {made.by?.name ?? '–'}, <Time at={made.at} />
        </small>
      </div>
      {made.undone ? (
        <small className="forecasting-decided">{say('undoneBy')}</small>
      ) : (
        may && (
          <span className="forecasting-decided">
            <Button size="small" tone="quiet" icon="undo" busy={undo.isPending} onPress={() => undo.mutate({ id: made.id })}>
              {say('undo')}
            </Button>
          </span>
        )
      )}
    </li>
  )
}

type Saying = { say: Say; spoken: 'fr' | 'en' }
function amountOf({ how, amount, of }: Adjustment, { say, spoken }: Saying): string {
  if (how === 'times') return say('said_times', { amount: change(amount - 1, spoken) })
  if (how === 'add') return say(of === 'arrivals' ? 'said_add' : 'said_addSeconds', { amount: signed(amount, spoken) })
  return say(of === 'arrivals' ? 'said_set' : 'said_setSeconds', { amount: number(amount, spoken) })
}
