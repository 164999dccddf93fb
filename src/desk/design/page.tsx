import { Segments } from '#ui/choice'
import { Page } from '#ui/layout'
import { chooseTheme, useTheme } from '#ui/theme'
import { useWords } from '#ui/words'
import { Charts } from './charts.tsx'
import { Controls } from './controls.tsx'
import { Foundations } from './foundations.tsx'
import { Lists } from './lists.tsx'
import { Story } from './story.tsx'
import { words } from './words.ts'
import './design.css'

/** Every piece of the floor on one page: looked at by people, walked through by axe. */
export function DesignPage() {
  const say = useWords(words)
  const theme = useTheme()
  const options = [
    { id: 'system', label: say('system'), icon: 'screen' },
    { id: 'light', label: say('light'), icon: 'sun' },
    { id: 'dark', label: say('dark'), icon: 'moon' },
  ] as const
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={<Segments label={say('theme')} options={options} value={theme} onChange={chooseTheme} />}
    >
      <div className="design">
        <Foundations />
        <Controls />
        <Lists />
        <Charts />
        <Story />
      </div>
    </Page>
  )
}
