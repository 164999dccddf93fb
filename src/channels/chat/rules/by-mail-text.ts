// What a mail says that carries the answers a visitor has not read where they asked. Pure.

type ByMail = { language: 'fr' | 'en'; answers: readonly string[]; page: string | null }

/** The answers in their order, with a word on where they come from and where one can go on. */
export function byMailText({ language, answers, page }: ByMail): string {
  const { lead, back } = words[language]
  return [lead, ...answers.filter((text) => text.trim() !== ''), ...(page ? [`${back}\n${page}`] : [])].join('\n\n')
}

const words = {
  fr: {
    lead: 'Vous nous avez écrit sur notre site. Voici notre réponse : vous pouvez répondre à ce courriel, la conversation continue au même endroit. Si ce n’était pas vous, ne répondez pas : qui a écrit lirait votre réponse.',
    back: 'Où en est votre demande :',
  },
  en: {
    lead: 'You wrote to us on our site. Here is our answer: you can reply to this email, the conversation goes on in the same place. If it was not you, do not reply: whoever wrote would read your answer.',
    back: 'Where your request stands:',
  },
}
