import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import { laws } from '../../contract/law.ts'
import { lengthOf } from '../planning/grid/hours.ts'
import { percent } from '../planning/optimise/percent.ts'
import { lawWords } from './law-words.ts'
import { words } from './words.ts'

/** The law in force, rule by rule, with where it is written. */
export function LawShown() {
  const say = useWords(words)
  const sayLaw = useWords(lawWords)
  const spoken = useLanguage()
  const law = laws.fr
  const hours = (value: number): string => lengthOf(value * 60, spoken)
  const days = (count: number): string => sayLaw('days', { count: String(count) })
  const share = (part: number): string => sayLaw('share', { share: percent(part, spoken) })
  const { part_time: part, minors, night, average } = law
  const rules: [code: string, rule: string, value: string][] = [
    ['day_too_long', sayLaw('day_too_long'), hours(law.day_most_h)],
    ['week_too_long', sayLaw('week_too_long'), hours(law.week_most_h)],
    ['average_too_long', sayLaw('average_too_long', { weeks: String(average.weeks) }), hours(average.most_h)],
    ['daily_rest', sayLaw('daily_rest'), hours(law.daily_rest_h)],
    ['weekly_rest', sayLaw('weekly_rest'), hours(law.weekly_rest_h)],
    ['too_many_days', sayLaw('too_many_days'), days(law.week_days_most)],
    ['break_missing', sayLaw('break_missing', { hours: String(law.break_after_h) }), lengthOf(law.break_min, spoken)],
    ['night_too_long', sayLaw('night_too_long', { from: night.from, to: night.to }), hours(night.day_most_h)],
    ['too_many_cuts', sayLaw('too_many_cuts'), String(part.cuts_most)],
    ['cut_too_long', sayLaw('cut_too_long'), hours(part.cut_most_h)],
    ['contract_too_short', sayLaw('contract_too_short'), hours(part.week_least_h)],
    ['extra_hours', sayLaw('extra_hours'), share(part.extra_most)],
    ['minor_day_too_long', sayLaw('minor_day_too_long'), hours(minors.day_most_h)],
    ['minor_daily_rest', sayLaw('minor_daily_rest'), hours(minors.daily_rest_h)],
    ['minor_night', sayLaw('minor_night'), `${minors.night.from} – ${minors.night.to}`],
  ]
  return (
    <div className="scheduling-settings">
      <p className="scheduling-quiet">{say('lawText')}</p>
      <Panel title={say('lawName')} flush>
        <div className="scheduling-table-room">
          <table className="scheduling-table">
            <thead>
              <tr>
                <th scope="col">{say('rule')}</th>
                <th scope="col">{say('value')}</th>
                <th scope="col">{say('article')}</th>
              </tr>
            </thead>
            <tbody>
              {rules.map(([code, rule, value]) => (
                <tr key={code}>
                  <th scope="row">{rule}</th>
                  <td>{value}</td>
                  <td className="scheduling-quiet">{law.articles[code]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </div>
  )
}
