// What is said at a field whose answer is to be corrected. Pure.
export type Wrong = { id: string; fr: string; en: string }

const sentences = {
  needed: ['Répondez à cette question.', 'Answer this question.'],
  choice_needed: ['Choisissez une réponse.', 'Choose an answer.'],
  file_needed: ['Joignez un fichier.', 'Attach a file.'],
  consent_needed: ['Cochez cette case pour continuer.', 'Tick this box to go on.'],
  one_only: ['Donnez une seule réponse ici.', 'Give one answer here.'],
  too_long: ['C’est trop long : {n} caractères au plus.', 'This is too long: at most {n} characters.'],
  not_email: ['Cette adresse semble incomplète. Exemple : nom@exemple.fr', 'This address looks incomplete. Example: name@example.org'],
  not_phone: ['Ce numéro semble incomplet. Exemple : 06 12 34 56 78', 'This number looks incomplete. Example: +44 20 7946 0000'],
  not_option: ['Choisissez l’une des réponses proposées.', 'Choose one of the answers offered.'],
  too_many: ['Choisissez {n} réponses au plus.', 'Choose at most {n} answers.'],
  not_date: ['Cette date n’existe pas. Exemple : 2026-11-22', 'There is no such date. Example: 2026-11-22'],
  too_early: ['Choisissez une date à partir du {n}.', 'Choose a date from {n} on.'],
  too_late: ['Choisissez une date jusqu’au {n}.', 'Choose a date up to {n}.'],
  not_number: ['Écrivez un nombre, par exemple 12,5.', 'Write a number, such as 12.5.'],
  not_whole: ['Écrivez un nombre entier, par exemple 12.', 'Write a whole number, such as 12.'],
  too_small: ['Au moins {n}.', 'At least {n}.'],
  too_big: ['Au plus {n}.', 'At most {n}.'],
  too_many_files: ['Joignez {n} fichiers au plus.', 'Attach at most {n} files.'],
  file_too_large: ['Ce fichier dépasse {n} Mo.', 'This file is larger than {n} MB.'],
  file_kind: ['Ce type de fichier n’est pas accepté ici. Envoyez plutôt {n}.', 'This type of file is not accepted here. Send {n} instead.'],
  file_false: ['Ce fichier n’est pas ce que son nom annonce. Enregistrez-le de nouveau et renvoyez-le.', 'This file is not what its name says. Save it again and send it anew.'],
  file_empty: ['Ce fichier est vide.', 'This file is empty.'],
  unasked: ['Cette réponse n’est pas demandée par le formulaire. Rechargez la page.', 'The form does not ask for this answer. Reload the page.'],
} as const // prettier-ignore
export type WrongCode = keyof typeof sentences

export function wrong(id: string, code: WrongCode, n: string | number | { fr: string; en: string } = ''): Wrong {
  const [fr, en] = sentences[code]
  const told = typeof n === 'object' ? n : { fr: String(n), en: String(n) }
  return { id, fr: fr.replace('{n}', told.fr).replace(/ ([;:!?])/g, '\u202f$1'), en: en.replace('{n}', told.en) }
}
