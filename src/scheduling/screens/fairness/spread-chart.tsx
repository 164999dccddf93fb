import { Chart } from '#ui/chart'
import { Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import { laws } from '../../contract/law.ts'
import type { PlanningSettings } from '../../contract/settings.ts'
import type { Fairness } from '../../contract/work-terms.ts'
import { countOf, middleOf, spreadOf, type Burden, type Step } from './spread.ts'
import { fairnessWords } from './words.ts'

type Spreading = {
  rows: readonly Fairness[]
  of: Burden
  settings: PlanningSettings
  onPick: (step: Pick<Step, 'from' | 'to'>) => void
}

/** How many people had how many: even is a narrow hill. */
export function Spread({ rows, of, settings, onPick }: Spreading) {
  const say = useWords(fairnessWords)
  const counts = rows.filter(({ worked_min }) => worked_min > 0).map((row) => countOf(of, row))
  const steps = spreadOf(counts)
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  const explained: Record<Burden, string> = {
    late: say('lateText', { hour: settings.late_after }),
    early: say('earlyText', { hour: settings.early_before }),
    weekend: say('weekendText'),
    night: say('nightText', laws[settings.law].night),
    extra: say('extraText'),
    wishes: say('wishesText'),
  }
  const label = useStepWords()
  return (
    <Panel title={say(of)}>
      <p className="scheduling-quiet">
        {explained[of]} {least === most ? say('even', { most }) : say('said', { middle: middleOf(counts), most, least })}
      </p>
      <Chart
        title={say('chart', { what: say(of) })}
        kind="bars"
        labels={steps.map(label)}
        labelName={say('count')}
        series={[{ name: say('people'), tone: 'accent', values: steps.map(({ people }) => people) }]}
        onPick={(at) => {
          const step = steps[at]
          if (step) onPick({ from: step.from, to: step.to })
        }}
      />
    </Panel>
  )
}

export function useStepWords(): (step: Pick<Step, 'from' | 'to'>) => string {
  const say = useWords(fairnessWords)
  return ({ from, to }) => (from === to ? String(from) : say('fromTo', { from, to }))
}
