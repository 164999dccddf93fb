import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getForm, listForms, putFormPublication, type Form } from '../../contract.ts'
import { words } from './words.ts'

/** What visitors will see from now on, said before it happens. */
export function PublishForm({ form, version, onClose }: { form: Form; version: number; onClose: () => void }) {
  const say = useWords(words)
  const language = useLanguage()
  const publish = useSend(putFormPublication, {
    refetch: [getForm, listForms],
    onDone: ({ number }) => {
      toast({ text: say('published', { number }), tone: 'good' })
      onClose()
    },
    onError: () => {}, // shown in place
  })
  const isReady = form.problems.length === 0 && form.changes.length > 0
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button
        tone="primary"
        isDisabled={!isReady}
        busy={publish.isPending}
        onPress={() => publish.mutate({ id: form.id, version })}
      >
        {say('publishNow')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={say('publishTitle')} foot={foot}>
      {form.problems.length > 0 ? (
        <Notice tone="danger" title={say('problemsTitle')}>
          <ul className="forms-changes">
            {form.problems.map((problem) => (
              <li key={`${problem.field}${problem.en}`}>
                {problem.field && <code>{problem.field}</code>} {problem[language]}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <p>{form.changes.length > 0 ? say('publishText') : say('nothingNew')}</p>
      )}
      {form.problems.length === 0 && (
        <ul className="forms-changes">
          {form.changes.map((change) => (
            <li key={change.en}>{change[language]}</li>
          ))}
        </ul>
      )}
      {publish.error && <Failure error={publish.error} />}
    </Dialog>
  )
}
