import { Link } from '@tanstack/react-router'
import { useMe } from '#access/screens'
import { useWords } from '#ui/words'
import { stripWords } from './strip-words.ts'
import './strip.css'

// In the order one thinks: what comes, whom it takes, who works when, how the day goes.
const tabs = [
  { path: '/forecast', label: 'forecast', needs: 'workforce.read' },
  { path: '/staffing', label: 'staffing', needs: 'workforce.read' },
  { path: '/planning', label: 'planning', needs: 'workforce.read' },
  { path: '/intraday', label: 'intraday', needs: 'workforce.read' },
] as const

/** The four pages of workforce management, above the title of each: `<><WorkforceStrip /><Page …/></>`. Only those the reader may open. */
export function WorkforceStrip() {
  const say = useWords(stripWords)
  const { may } = useMe()
  const open = tabs.filter(({ needs }) => may(needs))
  if (open.length < 2) return null
  return (
    <nav className="forecasting-strip" aria-label={say('workforce')}>
      <ul>
        {open.map(({ path, label }) => (
          <li key={path}>
            <Link to={path}>{say(label)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
