import { useDeferredValue, useMemo, useState } from 'react'
import { Chart } from '#ui/chart'
import { Checkbox } from '#ui/choice'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import { decimal, lasting, percent } from '../say.ts'
import { searchOf, triedOf, usualTry, type Tried } from './address.ts'
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
        <NumberBox label={say('atOnce')} value={tried.at_once} least={1} most={10} whole hint={say('atOnceHint')} onChange={(at_once) => change({ at_once })} />
      </fieldset>
      <fieldset>
        <legend>{say('aims')}</legend>
        <NumberBox label={say('share')} value={percentOf(tried.share)} least={1} most={99.9} onChange={(share) => change({ share: share / 100 })} />
        <NumberBox label={say('within')} value={tried.within_s} least={0} most={86_400} onChange={(within_s) => change({ within_s })} />
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
        <p>{say(nothingFound(found))}</p>
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
      <AtThatNumber tried={tried} people={people} points={found.points} />
    </Panel>
  ) // prettier-ignore
}

const nothingFound = (found: Found | null): 'tooMuch' | 'nobody' | 'unreachable' =>
  found === null ? 'tooMuch' : found.people === 0 ? 'nobody' : 'unreachable'

type At = { tried: Tried; people: number; points: Found['points'] }

function AtThatNumber({ tried, people, points }: At) {
  const say = useWords(tryWords)
  const spoken = useLanguage()
  const own = points.find((point) => point.people === people)?.figures
  const levelAt = (count: number): string | null => {
    const level = points.find((point) => point.people === count)?.figures.service_level.answered_within_of_offered
    return level === null || level === undefined ? null : percent(level, spoken)
  }
  const [less, more] = [levelAt(people - 1), levelAt(people + 1)]
  return (
    <>
      <dl className="staffing-reached">
        <Reached name={say('levelNow', { within: lasting(tried.within_s, spoken) })} value={own?.service_level.answered_within_of_offered ?? null} as="share" />
        <Reached name={say('wait')} value={own?.wait_mean ?? null} as="s" />
        <Reached name={say('abandoned')} value={own?.abandoned ?? null} as="share" />
        <Reached name={say('occupancy')} value={own?.occupancy ?? null} as="share" />
      </dl>
      <p className="staffing-quiet">
        {less && say('oneLess', { level: less })} {more && say('oneMore', { level: more })}
      </p>
    </>
  ) // prettier-ignore
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
  const spoken = useLanguage()
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value === null ? '∞' : as === 's' ? lasting(value, spoken) : percent(value, spoken)}</dd>
    </div>
  )
}
