import type { Language } from '../rules/language.ts'

const words = {
  fr: {
    title: 'Aide',
    lead: 'Cherchez, ou parcourez les articles.',
    search: 'Votre question',
    go: 'Chercher',
    found: 'Réponses pour « {words} »',
    nothing: 'Aucun article ne répond à « {words} ». Essayez avec d’autres mots, plus simples.',
    none: 'Il n’y a pas encore d’article ici.',
    all: 'Tous les articles',
    updated: 'Mis à jour le {day}',
    other: 'Read this in English',
    back: 'Toute l’aide',
  },
  en: {
    title: 'Help',
    lead: 'Search, or browse the articles.',
    search: 'Your question',
    go: 'Search',
    found: 'Answers for “{words}”',
    nothing: 'No article answers “{words}”. Try other, simpler words.',
    none: 'There is no article here yet.',
    all: 'All articles',
    updated: 'Updated on {day}',
    other: 'Lire en français',
    back: 'All help',
  },
} as const

export type HelpWord = keyof (typeof words)['fr']
export const sayIn =
  (language: Language) =>
  (key: HelpWord, values: Readonly<Record<string, string>> = {}): string =>
    words[language][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
