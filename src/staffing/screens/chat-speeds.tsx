import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { defineWords, useWords } from '#ui/words'
import type { Chats } from '../contract.ts'
import { decimal } from './say.ts'
import { evenly, mostAtOnce, speedOf, withAtOnce, withSpeed } from './speeds.ts'
import { NumberBox } from './what-if/number-box.tsx'

const speedWords = defineWords({
  fr: {
    atOnce: 'À la fois par personne',
    atOnceHint: 'Trois conversations ne font pas trois personnes : chacune avance moins vite.',
    speed: 'À {count}, chacune avance à (%)',
    speedHint: 'Ensemble : {pace} fois une personne qui n’en a qu’une.',
    even: 'Partager le temps également',
  },
  en: {
    atOnce: 'At once by one person',
    atOnceHint: 'Three chats are not three people: each goes on more slowly.',
    speed: 'With {count}, each goes on at (%)',
    speedHint: 'Together: {pace} times somebody with one only.',
    even: 'Share the time evenly',
  },
})

type Shown = { chats: Chats; onChange: (chats: Chats) => void }

/** How many one person serves at once, and how fast each of two, of three … goes on. */
export function ChatSpeeds({ chats, onChange }: Shown) {
  const say = useWords(speedWords)
  const spoken = useLanguage()
  const more = Array.from({ length: chats.at_once - 1 }, (_, place) => place + 2)
  return (
    <>
      <NumberBox label={say('atOnce')} value={chats.at_once} least={1} most={mostAtOnce} whole hint={say('atOnceHint')} onChange={(at_once) => onChange(withAtOnce(chats, at_once))} />
      {more.map((count) => (
        <NumberBox
          key={count}
          label={say('speed', { count: String(count) })}
          value={Math.round(speedOf(chats, count) * 1_000) / 10}
          least={1}
          most={200}
          hint={say('speedHint', { pace: decimal(speedOf(chats, count) * count, spoken, 2) })}
          onChange={(percent) => onChange(withSpeed(chats, count, percent / 100))}
        />
      ))}
      {chats.speeds && (
        <div>
          <Button size="small" tone="quiet" icon="undo" onPress={() => onChange(evenly(chats))}>
            {say('even')}
          </Button>
        </div>
      )}
    </>
  ) // prettier-ignore
}
