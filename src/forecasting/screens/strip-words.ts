import { defineWords } from '#ui/words'

export const stripWords = defineWords({
  fr: {
    workforce: 'Effectifs',
    forecast: 'Prévision',
    staffing: 'Besoin',
    planning: 'Planning',
    intraday: 'La journée',
  },
  en: {
    workforce: 'Workforce',
    forecast: 'Forecast',
    staffing: 'Staffing',
    planning: 'Planning',
    intraday: 'The day',
  },
})
