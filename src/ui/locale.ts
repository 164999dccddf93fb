import type { Language } from './language.ts'

export const localeOf = (spoken: Language): 'fr-FR' | 'en-GB' => (spoken === 'fr' ? 'fr-FR' : 'en-GB')
