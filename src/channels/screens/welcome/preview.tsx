import { useWords } from '#ui/words'
import type { Answers } from './answers.ts'
import { words } from './words.ts'

/** The mail a customer will one day read, growing with the answers. */
export function Preview({ answers }: { answers: Answers }) {
  const say = useWords(words)
  const person = answers.person.trim() || say('someone')
  const centre = answers.centre.trim() || say('somewhere')
  const address = answers.address.trim() || say('addressPlace')
  return (
    <figure className="welcome-preview">
      <figcaption>{say('preview')}</figcaption>
      <div className="welcome-mail">
        <span className="welcome-band" style={{ backgroundColor: answers.colour }} />
        <div className="welcome-mail-head">
          <span className="welcome-seal" style={{ backgroundColor: answers.colour }}>
            {centre.slice(0, 1).toUpperCase()}
          </span>
          <p>
            <strong>
              {person} · {centre}
            </strong>
            <small>
              {say('previewFrom')} {address}
            </small>
          </p>
        </div>
        <p className="welcome-subject">{say('previewSubject')}</p>
        <p>{say('previewHello')}</p>
        <p>{say('previewText')}</p>
        <p className="welcome-signature">
          {person}
          <br />
          {centre}
        </p>
      </div>
    </figure>
  )
}
