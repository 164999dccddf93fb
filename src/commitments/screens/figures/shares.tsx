import type { PersonId } from '#base/contract'
import { Panel } from '#ui/layout'
import { Person } from '#ui/person'
import { Amount } from '#ui/time'
import { useWords } from '#ui/words'
import type { Ends, PromiseOutcome } from '../../contract.ts'
import { words } from './words.ts'

type Share<Id> = Ends & { id: Id; name: string }
type Sharing<Id> = {
  title: string
  shares: readonly Share<Id>[]
  people?: boolean
  onPick: (id: Id, outcome: PromiseOutcome) => void
}

const parts = ['kept', 'kept_late', 'broken'] as const

/** Who kept how many: a bar to look at, and the figures beside it. */
export function Shares<Id extends PersonId | string>({ title, shares, people = false, onPick }: Sharing<Id>) {
  const say = useWords(words)
  return (
    <Panel title={title} flush>
      {shares.length === 0 && <p className="commitments-nothing">{say('nothing')}</p>}
      <ul className="commitments-share-list">
        {shares.map((share) => (
          <li key={share.id} className="commitments-share">
            <span className="commitments-share-name">{people ? <Person person={share} size={24} /> : share.name}</span>
            <Bar share={share} />
            <strong className="commitments-share-rate">
              {share.kept_in_time === null ? (
                '–'
              ) : (
                <Amount value={share.kept_in_time} style="percent" maximumFractionDigits={0} />
              )}
            </strong>
            <span className="commitments-share-counts">
              {([...parts, 'moved'] as const)
                .filter((outcome) => share[outcome] > 0)
                .map((outcome) => (
                  <button key={outcome} type="button" data-outcome={outcome} onClick={() => onPick(share.id, outcome)}>
                    {say(`count_${outcome}`, { count: share[outcome] })}
                  </button>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Bar({ share }: { share: Ends }) {
  return (
    <span className="commitments-bar" aria-hidden="true">
      {parts
        .filter((outcome) => share[outcome] > 0)
        .map((outcome) => (
          <i key={outcome} data-outcome={outcome} style={{ flexGrow: share[outcome] }} />
        ))}
    </span>
  )
}
