import { Button } from '#ui/button'
import { Icon, iconNames, type IconName } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { Menu } from '#ui/menu'
import { useWords } from '#ui/words'
import type { Way } from '../../contract.ts'
import { words } from './composer-words.ts'

type Choosing = { ways: readonly Way[]; way: Way; onChoose: (way: Way) => void }

/** By which way the answer travels. With one way there is nothing to choose, and it is only said when it is not a mail. */
export function WayChooser({ ways, way, onChoose }: Choosing) {
  const say = useWords(words)
  const spoken = useLanguage()
  if (ways.length < 2)
    return way.traits.addressed ? null : (
      <span className="cases-way">
        <Icon name={drawn(way)} size={16} /> {way.label[spoken]}
      </span>
    )
  const groups = [
    {
      choices: ways.map((each) => ({
        id: `${each.channel} ${each.conversation ?? ''}`,
        label: each.to[0] ? `${each.label[spoken]} · ${each.to[0].address}` : each.label[spoken],
        icon: drawn(each),
        chosen: each === way,
        run: () => onChoose(each),
      })),
    },
  ]
  return (
    <Menu
      label={say('way')}
      groups={groups}
      trigger={
        <Button size="small" icon={drawn(way)} aria-label={say('wayIs', { way: way.label[spoken] })}>
          {way.label[spoken]}
        </Button>
      }
    />
  )
}

/** What one should know of the way before writing. */
export function WayWords({ way }: { way: Way }) {
  const say = useWords(words)
  if (way.traits.instant) return <p className="cases-way-words">{say('wayInstant')}</p>
  return way.to.some(({ claimed }) => claimed) ? <p className="cases-way-words">{say('wayClaimed')}</p> : null
}

const drawn = ({ icon }: Way): IconName => iconNames.find((name) => name === icon) ?? 'send'
