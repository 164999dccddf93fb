import { postAccountLink } from '#access/contract'
import { Button } from '#ui/button'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import type { Person } from '../contract.ts'
import { words } from './words.ts'

/** A link to hand over in person, for whoever is new or has lost their way in. */
export function SignInLink({ person }: { person: Person }) {
  const say = useWords(words)
  const link = useSend(postAccountLink)
  const address = link.data && `${location.origin}${link.data.path}`
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    toast({ text: say('copied'), tone: 'good' })
  }
  return (
    <section className="staff-part">
      <h3>{say('signIn')}</h3>
      {address ? (
        <>
          <p>{say('linkText', { name: person.name })}</p>
          <code className="staff-link">{address}</code>
          <Button icon="copy" onPress={() => void copy(address)}>
            {say('copy')}
          </Button>
        </>
      ) : (
        <Button icon="link" busy={link.isPending} onPress={() => link.mutate({ person: person.id })}>
          {say('makeLink')}
        </Button>
      )}
    </section>
  )
}
