import { useEffect, useState } from 'react'
import { asFrenchWrites } from '#base/contract'
import { Button, ButtonRow } from '#ui/button'
import { useLanguage } from '#ui/language'
import { hour } from '#ui/instant'
import { Notice, Stack } from '#ui/layout'
import { Progress } from '#ui/loading'
import { refetch, useSend } from '#ui/query'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { getPlanRun, listPlanRuns, putPlanRunEnd, type PlanRun } from '../../../contract/runs.ts'
import { percent } from './percent.ts'
import { optimiseWords } from './words.ts'

type Point = { at: number; best: number; bound: number | null }

/** How far the optimiser is: its best plan comes down, its bound comes up, until they meet. */
export function UnderWay({ run, zone }: { run: PlanRun; zone: string }) {
  const say = useWords(optimiseWords)
  const spoken = useLanguage()
  const points = usePoints(run)
  const end = useSend(putPlanRunEnd, { refetch: [getPlanRun, listPlanRuns] })
  const stage = run.state === 'asked' || run.state === 'gathering' ? run.state : 'solving'
  const gap = run.best?.gap
  const resuming = useResuming(run, zone)
  useReadAgain()
  return (
    <Stack>
      {resuming === null ? <Progress label={say(stage)} {...(stage === 'solving' ? { value: run.progress } : {})} /> : <Notice tone="promise" title={say('silent')}>{resuming}</Notice>}
      {resuming === null && run.torn > 0 && <p className="scheduling-quiet">{say('tornBefore', { count: run.torn })}</p>}
      <Meeting points={points} />
      <p className="scheduling-gap" role="status">
        {resuming !== null && <span className="unseen">{`${say('silent')} ${resuming} `}</span>}
        {gap === undefined || gap === null ? say('noneYet') : say('gapNow', { gap: percent(gap, spoken) })}
      </p>
      <ButtonRow>
        {run.may.includes('take_best') && (
          <Button
            tone="primary"
            icon="check"
            isDisabled={!run.best}
            busy={end.isPending}
            onPress={() => end.mutate({ id: run.id, take_best: true })}
          >
            {say('takeBest')}
          </Button>
        )}
        {run.may.includes('cancel') && (
          <Button icon="close" tone="quiet" onPress={() => end.mutate({ id: run.id, take_best: false })}>
            {say('stop')}
          </Button>
        )}
      </ButtonRow>
    </Stack>
  )
} // prettier-ignore

/** When it goes on by itself, where its server has fallen silent. */
function useResuming({ resumes_at, best }: PlanRun, zone: string): string | null {
  const say = useWords(optimiseWords)
  const spoken = useLanguage()
  if (resumes_at === null) return null
  const at = hour(resumes_at, { spoken, zone })
  return say(best ? 'resumesBest' : 'resumes', { at: spoken === 'fr' ? asFrenchWrites(at) : at })
}

/** A server that has fallen says nothing: with each tick of the page’s clock it is asked how the run is. */
function useReadAgain(): void {
  const now = useNow()
  useEffect(() => void refetch(getPlanRun), [now])
}

/** Each new best, as it was heard; a search that is begun again counts its seconds anew. */
function usePoints({ best }: PlanRun): readonly Point[] {
  const [points, setPoints] = useState<readonly Point[]>([])
  const last = points.at(-1)
  if (best && (last?.at !== best.at_s || last.bound !== best.bound))
    setPoints([
      ...(last && last.at > best.at_s ? [] : points.slice(-200)),
      { at: best.at_s, best: best.objective, bound: best.bound },
    ])
  return points
}

const WIDE = 400
const TALL = 120

/** Two lines that come together. */
function Meeting({ points }: { points: readonly Point[] }) {
  const say = useWords(optimiseWords)
  const last = points.at(-1)
  if (!last) return null
  const all = points.flatMap(({ best, bound }) => (bound === null ? [best] : [best, bound]))
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const begun = points[0]?.at ?? 0
  const x = (at: number): number => (last.at > begun ? ((at - begun) / (last.at - begun)) * (WIDE - 40) : 0) + 2
  const y = (value: number): number => 6 + (1 - (value - least) / Math.max(1e-9, most - least)) * (TALL - 12)
  const line = (of: (point: Point) => number | null): string => {
    const known = points.flatMap((point) => {
      const value = of(point)
      return value === null ? [] : [{ at: x(point.at), high: y(value) }]
    })
    const [first, ...more] = known
    return first ? `M${first.at} ${first.high}${more.map(({ at, high }) => `H${at}V${high}`).join('')}H${WIDE - 2}` : ''
  }
  return (
    <figure className="scheduling-meeting">
      <svg viewBox={`0 0 ${WIDE} ${TALL}`} role="img" aria-label={say('chart')}>
        <path d={line(({ best }) => best)} className="scheduling-best" />
        <path d={line(({ bound }) => bound)} className="scheduling-bound" />
      </svg>
      <figcaption>
        <span data-line="best">{say('best')}</span>
        <span data-line="bound">{say('bound')}</span>
      </figcaption>
    </figure>
  )
}
