import { useState } from 'react'
import { Chart } from '#ui/chart'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import { words } from './words.ts'

const kept = [18, 22, 19, 25, 24, 21, 27, 26]
const late = [3, 1, 4, 2, 2, 5, 1, 2]
const broken = [2, 3, 1, 1, 0, 2, 1, 0]
const share = kept.map((value, week) => value / (value + (late[week] ?? 0) + (broken[week] ?? 0)))

/** Promises of eight weeks, as bars that add up and as a share. */
export function Charts() {
  const say = useWords(words)
  const spoken = useLanguage()
  const [picked, setPicked] = useState('')
  const weeks = kept.map((_, week) => `${say('week')} ${40 + week}`)
  const percent = new Intl.NumberFormat(spoken, { style: 'percent' })
  return (
    <div className="design-both">
      <Panel title={say('chartPromises')}>
        <Chart
          title={say('chartPromises')}
          kind="bars"
          stacked
          labels={weeks}
          labelName={say('week')}
          series={[
            { name: say('chartKept'), tone: 'good', values: kept },
            { name: say('chartLate'), tone: 'promise', values: late },
            { name: say('chartBroken'), tone: 'danger', values: broken },
          ]}
          onPick={(week) => setPicked(weeks[week] ?? '')}
        />
        <p aria-live="polite">{picked}</p>
      </Panel>
      <Panel title={say('chartShare')}>
        <Chart
          title={say('chartShare')}
          kind="lines"
          labels={weeks}
          labelName={say('week')}
          most={1}
          format={(value) => percent.format(value)}
          series={[{ name: say('chartShare'), tone: 'accent', values: share }]}
        />
      </Panel>
    </div>
  )
}
