import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { useWords } from '#ui/words'
import { words } from './words.ts'

export function Missing() {
  const say = useWords(words)
  return (
    <Empty level={1} drawing="lost" title={say('missingTitle')} action={<Back />}>
      {say('missingText')}
    </Empty>
  )
}

/** For a screen whose first question was refused with 403. */
export function RefusedPage() {
  const say = useWords(words)
  return (
    <Empty level={1} drawing="shut" title={say('refusedTitle')} action={<Back />}>
      {say('refusedText')}
    </Empty>
  )
}

export function Home() {
  const say = useWords(words)
  return (
    <Empty level={1} drawing="calm" title={say('welcomeTitle')}>
      {say('welcomeText')}
    </Empty>
  )
}

function Back() {
  const say = useWords(words)
  return <ButtonLink href="/desk/">{say('home')}</ButtonLink>
}
