// What the letters about a task say, in French and in English. Pure: data, and where the facts go.
export type Language = 'fr' | 'en'

const fr = {
  hello: 'Bonjour,',
  helloName: 'Bonjour {name},',
  asked: '{owner} ({brand}) vous demande :',
  askedColleague: '{owner} vous demande :',
  due: 'Réponse souhaitée au plus tard {when}.',
  wasDue: 'La réponse était souhaitée au plus tard {when}.',
  noDue: 'Réponse souhaitée dès que vous le pourrez.',
  checklist: 'Points à traiter :',
  shown: 'Ce qui vous est transmis — {from}, {when} :',
  files: 'Pièces jointes :',
  reply:
    'Pour répondre, répondez simplement à ce courriel, avec vos pièces jointes : votre réponse parvient directement à {owner}.',
  page: 'Ou ouvrez cette page, sans compte ni mot de passe : vous pouvez y répondre, poser une question, ou indiquer à qui demander.',
  desk: 'Ou ouvrez cette demande à votre bureau :',
  private: 'Cette adresse vous est personnelle : qui l’a peut répondre en votre nom.',
  said: '{owner} ({brand}) vous écrit au sujet de cette demande :',
  withdrawn: 'La demande ci-dessous n’est plus d’actualité. Vous n’avez plus rien à faire ; merci de votre attention.',
  withdrawnWhy: 'Motif : {because}',
  reminder: 'Rappel',
  reference: 'Réf. {reference}',
  subjectAsked: '{title} (réf. {reference})',
  subjectChased: 'Rappel : {title} (réf. {reference})',
  subjectManager: 'Demande restée sans réponse : {title} (réf. {reference})',
  subjectWithdrawn: 'Sans suite à donner : {title} (réf. {reference})',
} as const
const en: Record<keyof typeof fr, string> = {
  hello: 'Hello,',
  helloName: 'Hello {name},',
  asked: '{owner} ({brand}) asks you:',
  askedColleague: '{owner} asks you:',
  due: 'An answer would be welcome by {when} at the latest.',
  wasDue: 'An answer was hoped for by {when} at the latest.',
  noDue: 'An answer would be welcome as soon as you can.',
  checklist: 'What to see to:',
  shown: 'What is passed on to you (from {from}, {when}):',
  files: 'Attached:',
  reply: 'To answer, simply reply to this email, with your attachments: your answer goes straight to {owner}.',
  page: 'Or open this page, without an account or a password: there you can answer, ask a question, or say whom to ask.',
  desk: 'Or open this request at your desk:',
  private: 'This address is yours alone: whoever has it can answer in your name.',
  said: '{owner} ({brand}) writes to you about this request:',
  withdrawn: 'The request below is no longer needed. There is nothing left for you to do; thank you for your attention.',
  withdrawnWhy: 'Reason: {because}',
  reminder: 'Reminder',
  reference: 'Ref. {reference}',
  subjectAsked: '{title} (ref. {reference})',
  subjectChased: 'Reminder: {title} (ref. {reference})',
  subjectManager: 'A request without an answer: {title} (ref. {reference})',
  subjectWithdrawn: 'No longer needed: {title} (ref. {reference})',
}
const words = { fr, en } as const

export type Word = keyof typeof fr
export const sayIn =
  (language: Language) =>
  (word: Word, values: Readonly<Record<string, string>> = {}): string =>
    words[language][word].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
