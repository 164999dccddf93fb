import { Panel } from '#ui/layout'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getClimate, type Climate, type ClimateRow } from '../contract.ts'
import { length, useNumber, usePercent } from './shown.ts'
import { peopleWords as words } from './people-words.ts'

/** How people fare beside how the figures do: counts, no names. */
export function ClimatePanel() {
  const say = useWords(words)
  const { data } = useAsk(getClimate, {})
  if (!data) return null
  return (
    <Panel title={say('climate')}>
      {data.all.people === 0 ? (
        <p className="intraday-quiet">{say('nobodyYet')}</p>
      ) : (
        <>
          <Row climate={data} row={data.all} name={say('everybody')} />
          {data.teams.map((row) => (
            <Row key={row.team ?? ''} climate={data} row={row} name={row.name || say('smallTeams')} />
          ))}
          <p className="intraday-quiet"><small>{say('climateLead')}</small></p>
        </>
      )}
    </Panel>
  )
} // prettier-ignore

function Row({ climate, row, name }: { climate: Climate; row: ClimateRow; name: string }) {
  const say = useWords(words)
  const number = useNumber()
  const percent = usePercent()
  return (
    <section className="intraday-climate">
      <h3>{name} <small>{number(row.people)}</small></h3>
      <dl>
        <div data-heavy={row.long_streaks > 0 || undefined}>
          <dt>{say('streaks', { hours: length(climate.streak_min) })}</dt>
          <dd><b>{number(row.long_streaks)}</b> <small>{say('longest', { length: length(row.longest_streak_min) })}</small></dd>
        </div>
        <div data-heavy={row.over_ceiling || undefined}>
          <dt>{say('load')}</dt>
          <dd><b>{percent(row.occupancy)}</b> <small>{say(row.over_ceiling ? 'loadOver' : 'loadUnder', { share: percent(climate.occupancy_most) })}</small></dd>
        </div>
        <div data-heavy={row.overtime_min > 0 || undefined}>
          <dt>{say('overtime')}</dt>
          <dd><b>{length(row.overtime_min)}</b></dd>
        </div>
        <div>
          <dt>{say('restsMoved')}</dt>
          <dd><b>{number(row.rests_moved)}</b></dd>
        </div>
      </dl>
    </section>
  )
} // prettier-ignore
