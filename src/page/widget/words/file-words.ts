// Of files and pictures. Fetched with what says them, in both languages.
export const fileWords = {
  fr: {
    dropHere: 'Déposez vos fichiers ici',
    remove: 'Retirer {name}',
    uploading: '{name}, envoi : {percent} %',
    tooBig: '« {name} » dépasse {size}. Réduisez-le, ou envoyez-le en plusieurs fois.',
    isEmpty: '« {name} » est vide. Choisissez un autre fichier.',
    tooMany: '{count} fichiers au plus par message. Envoyez les autres dans un second message.',
    download: 'Télécharger',
    downloadFailed: 'Ce fichier n’a pas pu être ouvert. Réessayez dans un instant.',
    picture: 'Image : {name}',
  },
  en: {
    dropHere: 'Drop your files here',
    remove: 'Remove {name}',
    uploading: '{name}, sending: {percent}%',
    tooBig: '“{name}” is over {size}. Make it smaller, or send it in parts.',
    isEmpty: '“{name}” is empty. Choose another file.',
    tooMany: 'At most {count} files per message. Send the others in a second message.',
    download: 'Download',
    downloadFailed: 'This file could not be opened. Try again in a moment.',
    picture: 'Picture: {name}',
  },
} as const
