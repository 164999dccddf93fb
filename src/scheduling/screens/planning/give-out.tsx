import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, ButtonRow } from '#ui/button'
import { Radios } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { useNow } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { bidRules, listOpenShifts, postOpenShift, type OpenShift } from '../../contract/open-shifts.ts'
import type { Plan } from '../../contract/plans.ts'
import { getPlanningSettings } from '../../contract/settings.ts'
import { spanOf, type Bar } from './grid/bars.ts'
import { requestWords } from './requests/words.ts'
import { shiftWords } from './shift-words.ts'

type Giving = { bar: Bar; plan: Plan; onClose: () => void }

/** A shift that is nobody's is offered to whoever wants it; once only, and only where people see the plan. */
export function GiveOut({ bar, plan, onClose }: Giving) {
  const say = useWords(shiftWords)
  const go = useNavigate()
  const now = useNow()
  const [asking, setAsking] = useState(false)
  const offers = useAsk(listOpenShifts, { plan: plan.id, past: false, limit: 100 }).data?.items
  const offered = offers?.find(({ state, starts_at, ends_at }) => state === 'open' && Date.parse(starts_at) === bar.from && Date.parse(ends_at) === bar.to)
  if (plan.published === null) return <p className="scheduling-quiet">{say('giveOutLater')}</p>
  if (bar.from <= now) return null
  const toBids = (): void => {
    onClose()
    void go({ to: '.', search: ((before: object) => ({ ...before, open: 'bids' })) as never, replace: true }) // read by readWished
  }
  return (
    <>
      <Button icon="send" onPress={offered ? toBids : () => setAsking(true)}>{offered ? say('offeredNow', { count: offered.bids.length }) : say('giveOut')}</Button>
      {asking && <Offer bar={bar} plan={plan} onClose={() => setAsking(false)} />}
    </>
  )
} // prettier-ignore

function Offer({ bar, plan, onClose }: Giving) {
  const say = useWords(shiftWords)
  const sayRequest = useWords(requestWords)
  const usual = useAsk(getPlanningSettings, {}).data?.bid_rule
  const [chosen, setRule] = useState<OpenShift['rule'] | null>(null)
  const [places, setPlaces] = useState('1')
  const [note, setNote] = useState('')
  const rule = chosen ?? usual ?? 'fairness'
  const count = Number(places)
  const bad = !Number.isInteger(count) || count < 1 || count > 50
  const offer = useSend(postOpenShift, { refetch: [listOpenShifts], onDone: () => { toast({ text: say('offered'), tone: 'good' }); onClose() } })
  const send = (): void => offer.mutate({ plan: plan.id, ...spanOf(bar), places: count, teams: [], skills: [], site: bar.site, rule, note })
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title={say('giveOut')}
      foot={
        <ButtonRow end>
          <Button tone="quiet" onPress={onClose}>{say('leave')}</Button>
          <Button tone="primary" icon="send" isDisabled={bad} busy={offer.isPending} onPress={send}>{say('offer')}</Button>
        </ButtonRow>
      }
    >
      <Stack>
        <p className="scheduling-quiet">{say('giveOutText')}</p>
        <Radios label={say('rule')} options={bidRules.map((id) => ({ id, label: sayRequest(id), detail: say(`rule_${id}`) }))} value={rule} onChange={setRule} />
        <TextField label={say('places')} value={places} onChange={setPlaces} inputMode="numeric" {...(bad ? { error: say('placesWrong') } : {})} />
        <TextField label={say('note')} value={note} onChange={setNote} maxLength={500} />
      </Stack>
    </Dialog>
  )
} // prettier-ignore
