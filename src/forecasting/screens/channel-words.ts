import { defineWords } from '#ui/words'

export const channelWords = defineWords({
  fr: {
    channel_phone: 'Téléphone',
    channel_video: 'Visio',
    channel_visit: 'Visite',
    channel_chat: 'Chat',
    channel_sms: 'SMS',
    channel_social: 'Réseaux sociaux',
    channel_call_back: 'Rappels',
    channel_email: 'E-mail',
    channel_form: 'Formulaire',
    channel_letter: 'Courrier',
    channel_task: 'Tâches',
  },
  en: {
    channel_phone: 'Phone',
    channel_video: 'Video',
    channel_visit: 'Visit',
    channel_chat: 'Chat',
    channel_sms: 'SMS',
    channel_social: 'Social networks',
    channel_call_back: 'Call-backs',
    channel_email: 'Email',
    channel_form: 'Form',
    channel_letter: 'Letter',
    channel_task: 'Tasks',
  },
})
