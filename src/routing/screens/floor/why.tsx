import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { Person } from '#ui/person'
import { useWords } from '#ui/words'
import { getWhy, type Item } from '../../contract.ts'
import { sayGroup, sayComing, sayHead } from '../../rules/say-why.ts'
import { useHour } from './hour.ts'
import { Since } from './since.tsx'
import { words } from './drawer-words.ts'

/** Why nobody has it yet: who could take it and what they are doing, who could not and for what reason, and what changes when. */
export function Why({ item, onClose }: { item: Item; onClose: () => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const hour = useHour()
  const asked = useAsk(getWhy, { item: item.id }, { staleSeconds: 5 })
  const why = asked.data
  return (
    <Dialog open onClose={onClose} title={say('whyTitle')}>
      {asked.isError && !why && <Failure error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton lines={4} />}
      {why && (
        <div className="floor-why">
          <p>{sayHead(why)[spoken]}</p>
          {why.groups.map((group) => (
            <section key={`${group.why} ${group.what ?? ''}`} aria-label={sayGroup(group)[spoken]}>
              <h3>
                {sayGroup(group)[spoken]} <small>{group.count}</small>
              </h3>
              <ul>
                {group.people.map(({ id, name, since, until }) => (
                  <li key={id}>
                    <Person person={{ id, name }} size={24} />
                    <small>
                      {since && <Since at={since} />}
                      {until && ` ${say('until', { hour: hour(until) })}`}
                    </small>
                  </li>
                ))}
                {group.count > group.people.length && <li className="floor-nothing">{say('others', { count: group.count - group.people.length })}</li>}
              </ul>
            </section>
          ))}
          <section>
          <h3>{say('coming')}</h3>
          {why.coming.length === 0 ? <p>{say(why.capable === 0 ? 'nobodyComes' : 'nothingComes')}</p> : (
            <ol className="floor-coming">
              {why.coming.map((change) => (
                <li key={`${change.at} ${change.what} ${change.name ?? ''}`}>
                  <time dateTime={change.at}>{hour(change.at)}</time> {sayComing(change)[spoken]}
                </li>
              ))}
            </ol>
          )}
          </section>
        </div>
      )}
    </Dialog>
  )
} // prettier-ignore
