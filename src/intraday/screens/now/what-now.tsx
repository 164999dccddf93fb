import { useState } from 'react'
import { Button } from '#ui/button'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { getMenu, postMenu, type GroupNow, type Menu, type Option } from '../../contract.ts'
import { ApplyDialog } from '../moves/apply-dialog.tsx'
import { asksPeople, isStale, mostOf } from '../moves/menu-of.ts'
import { Cost } from '../moves/option.tsx'
import { Progress } from '../moves/progress.tsx'
import { sayStep } from '../moves/say-step.ts'
import { useHour, useKind, usePercent, usePoints } from '../shown.ts'
import { words } from '../words.ts'
import { useNow } from '#ui/time'

type Asked = { group: GroupNow; zone: string; mayApply: boolean }

/** The one thing to do now: the best move of the latest menu, one press from being done; or that there is nothing to do. */
export function WhatNow({ group, zone, mayApply }: Asked) {
  const say = useWords(words)
  const { data } = useAsk(getMenu, { group: group.group })
  const now = useNow()
  const menu = data?.menu ?? null
  return (
    <div className="intraday-what-now" aria-live="polite">
      <p className="intraday-eyebrow">{say('doNow')}</p>
      {!data && <Skeleton lines={3} />}
      {data && <Answer menu={menu && !isStale(menu, now) ? menu : null} group={group} zone={zone} mayApply={mayApply} />}
    </div>
  )
}

function Answer({ menu, group, zone, mayApply }: Asked & { menu: Menu | null }) {
  const say = useWords(words)
  if (menu?.state === 'asked' || menu?.state === 'thinking') return <Progress share={menu.progress} />
  if (menu?.state !== 'done') return <NotThought group={group} />
  const best = menu.options.find(({ worth_it }) => worth_it)
  return best ? <Best menu={menu} option={best} zone={zone} mayApply={mayApply} /> : <strong>{say('nothingWorth')}</strong>
}

function NotThought({ group }: Pick<Asked, 'group'>) {
  const say = useWords(words)
  const think = useSend(postMenu, { refetch: [getMenu] })
  const calm = holds(group)
  return (
    <>
      <strong>{say(calm ? 'nothingNeeded' : 'notThoughtYet')}</strong>
      <Button
        tone={calm ? 'quiet' : 'primary'}
        icon="refresh"
        busy={think.isPending}
        onPress={() => think.mutate({ group: group.group })}
      >
        {say('think')}
      </Button>
    </>
  )
}

// The target is met even if the evening goes badly, and nothing warns.
const holds = ({ alert, tonight, target }: GroupNow): boolean =>
  alert === null && tonight !== null && target !== null && tonight.low >= target.share

const SHOWN = 3
type Chosen = { menu: Menu; option: Option; zone: string; mayApply: boolean }
function Best({ menu, option, zone, mayApply }: Chosen) {
  const say = useWords(words)
  const percent = usePercent()
  const points = usePoints()
  const hour = useHour(zone)
  const kindOf = useKind()
  const [open, setOpen] = useState(false)
  return (
    <>
      <strong>{say(`move_${option.kind}`, { count: option.steps.length })}</strong>
      <p className="intraday-best-effect">
        {say('effect', { before: percent(option.level_now), after: percent(option.level_after.mean) })} <b>{say('points', { points: points(option.difference.mean) })}</b>
      </p>
      <ul className="intraday-best-steps">
        {option.steps.slice(0, SHOWN).map((step, place) => <li key={place}>{sayStep(step, { say, hour, kindOf })}</li>)}
        {option.steps.length > SHOWN && <li>{say('andMore', { count: option.steps.length - SHOWN })}</li>}
      </ul>
      <Cost option={option} />
      {mayApply ? <Button tone="primary" onPress={() => setOpen(true)}>{say(asksPeople(option) ? 'askDots' : 'applyDots')}</Button> : <small>{say('whoApplies')}</small>}
      {open && <ApplyDialog menu={menu} option={option} most={mostOf(menu)} zone={zone} onClose={() => setOpen(false)} />}
    </>
  )
} // prettier-ignore
