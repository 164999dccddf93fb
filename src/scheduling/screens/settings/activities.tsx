import { Icon } from '#ui/icon'
import { Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import { activityKinds, activityTraits } from '../../contract/activity.ts'
import { gridWords } from '../planning/grid/words.ts'
import { words } from './words.ts'

const traits = ['productive', 'paid', 'working', 'neutral'] as const

/** What each activity counts for. */
export function Activities() {
  const say = useWords(words)
  const sayKind = useWords(gridWords)
  return (
    <div className="scheduling-settings">
      <p className="scheduling-quiet">{say('activitiesText')}</p>
      <Panel flush>
        <div className="scheduling-table-room">
          <table className="scheduling-table">
            <thead>
              <tr>
                <th scope="col">{say('kind')}</th>
                {traits.map((trait) => (
                  <th key={trait} scope="col">
                    {say(trait)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {activityKinds.map((kind) => (
                <tr key={kind}>
                  <th scope="row">
                    <i className="scheduling-swatch" data-kind={kind} aria-hidden="true">
                      {sayKind(`letter_${kind}`)}
                    </i>{' '}
                    {sayKind(kind)}
                  </th>
                  {traits.map((trait) => (
                    <td key={trait}>
                      {activityTraits[kind][trait] && <Icon name="check" size={18} />}
                      <span className="unseen">{say(activityTraits[kind][trait] ? 'yes' : 'not')}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </div>
  )
}
