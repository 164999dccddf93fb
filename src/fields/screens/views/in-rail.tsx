import { Link } from '@tanstack/react-router'
import { useAsk } from '#ui/query'
import { Count } from '#ui/badge'
import { Icon } from '#ui/icon'
import { useWords } from '#ui/words'
import { countViews, listViews, MOST_IN_RAIL } from '../../contract.ts'
import { words } from './words.ts'
import './views.css'

/** The first views of the desk, with how many cases each shows. */
export function ViewsInRail() {
  const say = useWords(words)
  const shown = (useAsk(listViews, {}, { staleSeconds: 300 }).data?.items ?? [])
    .filter(({ in_rail }) => in_rail)
    .slice(0, MOST_IN_RAIL)
  const counts = new Map(
    (useAsk(countViews, {}, { staleSeconds: 60, enabled: shown.length > 0 }).data?.items ?? []).map((each) => [each.id, each]),
  )
  if (shown.length === 0) return null
  return (
    <>
      <h2 className="desk-nav-title">{say('inRail')}</h2>
      <ul className="fields-rail">
        {shown.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/views/${id}`} className="desk-nav-link">
              <Icon name="filter" />
              <span className="fields-rail-name" title={name}>
                {name}
              </span>
              {(counts.get(id)?.count ?? 0) > 0 && <Count value={counts.get(id)?.count ?? 0} />}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
