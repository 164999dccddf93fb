// What may be refused. A wrong value is refused in the words of its kind, so that whoever filled it in knows what to write.
import { refusal } from '#base/contract'
import type { Label } from './words.ts'

type About = { field: Label }
const wrong = (code: string, sentences: Label) => refusal<About>(`field.${code}`, 422, sentences)

export const fieldUnknown = refusal('field.unknown', 404, {
  fr: 'Ce champ n’existe pas, ou n’est pas à vous de le voir. Rechargez la page.',
  en: 'There is no such field, or it is not yours to see. Reload the page.',
})
export const subjectUnknown = refusal('field.subject_unknown', 404, {
  fr: 'Ce dossier, ce client ou cette société n’existe pas, ou n’est pas à vous de le voir.',
  en: 'There is no such case, customer or company, or it is not yours to see.',
})
export const fieldRetired = refusal<About>('field.retired', 409, {
  fr: 'Ce champ n’est plus demandé. Ses valeurs se lisent encore ; pour en saisir, remettez-le en service.',
  en: 'This field is no longer asked. Its values can still be read; to fill it in, bring it back.',
})
export const notForThisReason = refusal<About>('field.not_for_this_reason', 409, {
  fr: 'Ce champ n’est pas demandé pour le motif de ce dossier. Changez le motif, ou le champ.',
  en: 'This field is not asked for the reason of this case. Change the reason, or the field.',
})
export const fieldNameTaken = refusal('field.name_taken', 409, {
  fr: 'Un autre champ porte déjà ce nom. Choisissez-en un autre.',
  en: 'Another field already has this name. Choose another.',
})
export const tooManyFields = refusal<{ most: number }>('field.too_many', 422, {
  fr: 'Soixante champs, c’est déjà plus qu’on n’en remplit. Retirez-en un avant d’en ajouter.',
  en: 'Sixty fields are already more than anybody fills in. Retire one before you add another.',
})
export const fieldMisshapen = refusal<{ why: 'options_needed' | 'options_refused' | 'remind_refused' | 'cases_only' }>(
  'field.misshapen',
  422,
  {
    fr: 'Ces réglages ne vont pas ensemble : un choix a besoin d’options, seule une date rappelle, seul un champ de dossier est demandé à la clôture ou selon le motif.',
    en: 'These settings do not go together: a choice needs options, only a date reminds, only a field of cases is needed at closing or depends on the reason.',
  },
)
export const optionNameTwice = refusal('field.option_twice', 422, {
  fr: 'Deux options portent le même nom. Renommez-en une.',
  en: 'Two options have the same name. Rename one.',
})

export const notText = wrong('not_text', {
  fr: 'Écrivez un texte : 500 caractères au plus, sur une seule ligne.',
  en: 'Write a text: 500 characters at most, on one line.',
})
export const notLongText = wrong('not_long_text', {
  fr: 'Écrivez un texte de 20 000 caractères au plus.',
  en: 'Write a text of 20,000 characters at most.',
})
export const notNumber = wrong('not_number', {
  fr: 'Écrivez un nombre, avec six décimales au plus : 12,5 par exemple.',
  en: 'Write a number with at most six decimals, such as 12.5.',
})
export const notMoney = wrong('not_money', {
  fr: 'Écrivez un montant et sa monnaie : 1 250,00 EUR par exemple.',
  en: 'Write an amount and its currency, such as 1,250.00 EUR.',
})
export const notDate = wrong('not_date', {
  fr: 'Choisissez une date qui existe, entre 1900 et 2199.',
  en: 'Choose a date that exists, between 1900 and 2199.',
})
export const notChoice = wrong('not_choice', {
  fr: 'Choisissez l’une des options proposées.',
  en: 'Choose one of the options offered.',
})
export const notChoices = wrong('not_choices', {
  fr: 'Choisissez parmi les options proposées, chacune une fois.',
  en: 'Choose among the options offered, each of them once.',
})
export const notYesNo = wrong('not_yes_no', { fr: 'Répondez oui ou non.', en: 'Answer yes or no.' })
export const notPerson = wrong('not_person', {
  fr: 'Choisissez une personne de l’équipe qui y est encore.',
  en: 'Choose somebody of the staff who is still here.',
})
export const notLink = wrong('not_link', {
  fr: 'Écrivez une adresse web complète, qui commence par https://.',
  en: 'Write a full web address that begins with https://.',
})

export const viewUnknown = refusal('view.unknown', 404, {
  fr: 'Cette vue n’existe pas, ou plus. Choisissez-en une autre.',
  en: 'There is no such view, or no longer. Choose another.',
})
export const viewNotYours = refusal('view.not_yours', 403, {
  fr: 'Cette vue est à tout le monde : seul un responsable la change. Enregistrez-en une copie pour vous.',
  en: 'This view is everybody’s: only a manager changes it. Save a copy of your own.',
})
export const tooManyViews = refusal<{ most: number }>('view.too_many', 422, {
  fr: 'Quarante vues, c’est assez : retirez-en une avant d’en ajouter.',
  en: 'Forty views are enough: take one away before you add another.',
})
export const viewNameTaken = refusal('view.name_taken', 409, {
  fr: 'Vous avez déjà une vue de ce nom. Choisissez-en un autre.',
  en: 'You already have a view of that name. Choose another.',
})
export const conditionMisshapen = refusal<{ field: string }>('view.condition_misshapen', 422, {
  fr: 'Une condition ne va pas avec son champ. Choisissez-la de nouveau.',
  en: 'A condition does not fit its field. Choose it again.',
})
export const viewNeedsPerson = refusal('view.needs_person', 403, {
  fr: 'Une clé n’a pas de vues à elle. Partagez la vue avec tout le monde.',
  en: 'A key has no views of its own. Share the view with everybody.',
})
