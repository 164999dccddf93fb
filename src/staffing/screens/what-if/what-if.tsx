import { useDeferredValue, useMemo, useState } from 'react'
import { Chart } from '#ui/chart'
import { Checkbox } from '#ui/choice'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import { decimal, lasting, percent } from '../say.ts'
import type { Target } from '../../contract.ts'
import { searchOf, triedOf, usualTry, type Tried } from './address.ts'
import { ChatSpeeds } from '../chat-speeds.tsx'
import { MaybeNumber } from '../targets/maybe-number.tsx'
import { TargetFields } from '../targets/target-fields.tsx'
import { NumberBox } from './number-box.tsx'
import { tryIt, type Found } from './try-it.ts'
import { tryWords } from './words.ts'

type Shown = { search: Record<string, unknown>; see: (kept: Record<string, unknown>) => void }

/** Figures of one's own, and how many people they take: it follows as one types. */
export function WhatIf({ search, see }: Shown) {
  const [tried, setTried] = useState(() => triedOf(search))
  const change = (more: Partial<Tried>): void => {
    const next = { ...tried, ...more }
    setTried(next)
    see(searchOf(next))
  }
  const asked = useDeferredValue(tried)
  const found = useMemo(() => tryIt(asked), [asked])
  return (
    <div className="staffing-try">
      <div className="staffing-try-given">
        <Panel>
          <Fields tried={tried} change={change} />
        </Panel>
      </div>
      <div className="staffing-try-answer">
        <Answer tried={asked} found={found} />
      </div>
      <Curve found={found} />
    </div>
  )
}

function Fields({ tried, change }: { tried: Tried; change: (more: Partial<Tried>) => void }) {
  const say = useWords(tryWords)
  const spoken = useLanguage()
  const { patience_s } = tried
  return (
    <div className="staffing-try-fields">
      <fieldset>
        <legend>{say('comes')}</legend>
        <NumberBox label={say('calls')} value={tried.calls} least={0} most={100_000} onChange={(calls) => change({ calls })} />
        <NumberBox label={say('handling')} value={tried.handling_s} least={1} most={86_400} hint={say('handlingHint', { said: lasting(tried.handling_s, spoken) })} onChange={(handling_s) => change({ handling_s })} />
        {patience_s !== null && (
          <NumberBox label={say('patience')} value={patience_s} least={1} most={86_400} hint={say('patienceHint', { said: lasting(patience_s, spoken) })} onChange={(value) => change({ patience_s: value })} />
        )}
        <Checkbox isSelected={patience_s === null} onChange={(never) => change({ patience_s: never ? null : usualTry.patience_s })} detail={say('neverDetail')}>
          {say('never')}
        </Checkbox>
        <ChatSpeeds chats={tried.chats} onChange={(chats) => change({ chats })} />
        <MaybeNumber label={say('lines')} hint={say('linesHint')} value={tried.lines} least={1} most={1_000_000} whole onChange={(lines) => change({ lines })} />
      </fieldset>
      <fieldset>
        <legend>{say('aims')}</legend>
        <TargetFields target={tried.target} onChange={(target) => change({ target })} />
        <NumberBox label={say('shrinkage')} value={percentOf(tried.shrinkage)} least={0} most={90} hint={say('shrinkageHint')} onChange={(shrinkage) => change({ shrinkage: shrinkage / 100 })} />
      </fieldset>
    </div>
  ) // prettier-ignore
}

const percentOf = (share: number): number => Math.round(share * 1_000) / 10

function Answer({ tried, found }: { tried: Tried; found: Found | null }) {
  const say = useWords(tryWords)
  const spoken = useLanguage()
  if (!found?.people)
    return (
      <Panel>
        <p>{say(nothingFound(tried, found))}</p>
      </Panel>
    )
  const { people } = found
  return (
    <Panel>
      <output className="staffing-answer">
        <strong>{decimal(people, spoken)}</strong>
        <span>{say('atWork', { people })}</span>
        <small>
          {say('toSchedule', { people: decimal(people / (1 - tried.shrinkage), spoken) })} <span>{say('why', { seated: String(people), share: percent(tried.shrinkage, spoken) })}</span>
        </small>
      </output>
      <AtThatNumber tried={tried} people={people} found={found} />
    </Panel>
  ) // prettier-ignore
}

function nothingFound({ calls }: Tried, found: Found | null): 'tooMuch' | 'nobody' | 'noneNeeded' | 'unreachable' {
  if (found === null) return 'tooMuch'
  if (found.people === null) return 'unreachable'
  return calls === 0 ? 'nobody' : 'noneNeeded'
}

type At = { tried: Tried; people: number; found: Found }

function AtThatNumber({ tried, people, found }: At) {
  const say = useWords(tryWords)
  const spoken = useLanguage()
  const own = found.points.find((point) => point.people === people)?.figures
  if (!own) return null
  return (
    <>
      <dl className="staffing-reached">
        <Reached name={say('levelNow', { within: lasting(found.within_s, spoken) })} value={own.service_level.answered_within_of_offered} as="share" />
        <Reached name={say('wait')} value={own.wait_mean} as="s" />
        <Reached name={say('abandoned')} value={own.abandoned} as="share" />
        {tried.lines !== null && <Reached name={say('blocked')} value={own.blocked} as="share" />}
        <Reached name={say('occupancy')} value={own.occupancy} as="share" />
      </dl>
      <Neighbours tried={tried} people={people} found={found} />
    </>
  ) // prettier-ignore
}

/** What the target comes to with so many, with one fewer and with one more. */
function Neighbours({ tried, people, found }: At) {
  const say = useWords(tryWords)
  const amount = useAmount(tried.target)
  const at = (count: number): string | null => {
    const point = found.points.find((each) => each.people === count)
    return point ? amount(point.reached) : null
  }
  const [now, less, more] = [at(people), at(people - 1), at(people + 1)]
  return (
    <p className="staffing-quiet">
      {now && say('reached', { level: now })} {less && say('oneLess', { level: less })} {more && say('oneMore', { level: more })}
    </p>
  )
}

/** A figure of the target's own kind, as it is read. */
function useAmount(target: Target): (value: number | null) => string {
  const say = useWords(tryWords)
  const spoken = useLanguage()
  return (value) => {
    if (value === null) return say('endless')
    return 'most_s' in target ? lasting(value, spoken) : percent(value, spoken, 1)
  }
}

function Curve({ found }: { found: Found | null }) {
  const say = useWords(tryWords)
  const spoken = useLanguage()
  if (!found || found.points.length === 0) return null
  const { points } = found
  return (
    <div className="staffing-try-curve">
      <Panel>
        <Chart
          title={say('curve')}
          kind="lines"
          height="tall"
          labelName={say('curveLabel')}
          labels={points.map((point) => decimal(point.people, spoken))}
          series={[
            {
              name: say('level'),
              tone: 'accent',
              values: points.map(({ figures }) => figures.service_level.answered_within_of_offered),
            },
            { name: say('occupancy'), tone: 'neutral', values: points.map(({ figures }) => figures.occupancy) },
            { name: say('abandoned'), tone: 'danger', values: points.map(({ figures }) => figures.abandoned) },
          ]}
          most={1}
          format={(value) => percent(value, spoken)}
        />
        <p className="staffing-quiet">{say('model', { model: found.model, erlangs: decimal(found.erlangs, spoken) })}</p>
      </Panel>
    </div>
  )
}

function Reached({ name, value, as }: { name: string; value: number | null; as: 'share' | 's' }) {
  const say = useWords(tryWords)
  const spoken = useLanguage()
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value === null ? say('endless') : as === 's' ? lasting(value, spoken) : percent(value, spoken)}</dd>
    </div>
  )
}
