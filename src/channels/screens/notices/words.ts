import { defineWords } from '#ui/words'

export const words = defineWords({
  fr: {
    title: 'Avis par courriel',
    hint: 'Ce que vous n’avez pas vu à votre bureau vous suit par courriel, tout en un, {minutes} minutes après\u202f; l’urgent, aussitôt. {most} courriels par jour au plus.',
    label: 'Quand vous prévenir',
    always: 'Toujours',
    always_detail: 'Même quand vous êtes à votre bureau. Les tâches vous viennent par courriel, et s’y répondent.',
    away: 'Quand je ne suis pas à mon bureau',
    away_detail: 'Le choix de départ.',
    never: 'Jamais',
    never_detail: 'Tout reste à la cloche de votre bureau.',
    saved: 'C’est réglé.',
  },
  en: {
    title: 'Notices by mail',
    hint: 'What you have not seen at your desk follows you by mail, all in one, {minutes} minutes later; what is urgent, at once. {most} mails a day at most.',
    label: 'When to tell you',
    always: 'Always',
    always_detail: 'Even when you are at your desk. Tasks come to you by mail, and are answered there.',
    away: 'When I am not at my desk',
    away_detail: 'What one starts with.',
    never: 'Never',
    never_detail: 'Everything stays at the bell of your desk.',
    saved: 'That is set.',
  },
})
