/** All words of the page, in English and French. */

const english = {
  // The bar.
  filter: 'Show',
  search: 'Search',
  next: 'Next doubtful',
  undo: 'Undo',
  redo: 'Redo',
  free: 'Unlock original',
  export: 'Export',
  printed: 'Printed page',
  keys: 'Keys',
  close: 'Close',
  other: 'Français',

  // What is shown.
  all: 'All rows',
  doubtful: 'Doubtful',
  oneSided: 'Without a version',
  numbersDiffer: 'Numbers differ',
  edited: 'Edited',
  unseen: 'Not seen yet',
  rejected: 'Rejected',
  left: (left, rows) => `${left} to check, of ${rows} rows`,
  done: (rows) => `Nothing left to check, ${rows} rows`,
  found: (count) => `${count} found`,
  none: 'No row is like that.',
  noMore: 'No doubtful row is left.',

  // Rows.
  number: 'No.',
  original: 'original',
  row: (number, rows) => `Row ${number} of ${rows}`,
  score: 'score',
  empty: 'no text in this version',
  lacks: 'this number is not in another version',
  locked: 'locked',
  page: 'p.',
  blocks: {
    heading: 'heading',
    paragraph: 'paragraph',
    item: 'item',
    note: 'note',
    cell: 'cell of a table',
    dateline: 'date line',
    signature: 'signature'
  },
  status: {
    machine: 'not reviewed',
    doubtful: 'doubtful',
    reviewed: 'reviewed',
    corrected: 'reviewed',
    rejected: 'rejected'
  },

  // What is said of what was done.
  aligning: 'The aligner is at work…',
  refused: {
    edge: 'There is nothing on that side.',
    locked: 'The row is locked. L unlocks it.',
    reviewed: 'Somebody has found this row right. C takes that back.',
    nothing: 'That changes nothing.',
    original: 'The original is neither split nor merged: adapt the other version, or unlock the original with O.'
  },
  did: {
    detach: 'Put in a row of its own',
    lock: 'Locked',
    unlock: 'Unlocked',
    mark: 'Marked',
    merge: 'Merged',
    'merge-above': 'Merged',
    'move-down': 'Moved down',
    'move-up': 'Moved up',
    realign: 'Aligned anew',
    'realign-all': 'Aligned anew',
    split: 'Split',
    'split-text': 'Split',
    swap: 'Exchanged',
    text: 'Text changed',
    undo: 'Undone',
    redo: 'Done again'
  },
  freed: 'The original may be split and merged now.',
  kept: 'The original is neither split nor merged.',
  caret: 'Put the caret where to split, then Ctrl+Enter.',
  saved: 'saved',
  saving: 'saving…',
  offline: 'The program does not answer: what you do now is not saved. Start it again, then load this page again.',

  // The printed page.
  printedPage: (language, page, pages) => `${language}, printed page ${page} of ${pages}`,
  notPrinted: 'No printed page is known for this row.',

  // Dialogs.
  rule: 'The original is neither split nor merged: the other versions adapt to it, as in the bitexts of the United Nations. O unlocks it.',
  exportRule: 'Files of what you see, rejected rows left out of memories. They are written beside the alignment.',
  wrote: 'Written',
  groups: [
    [
      'Go',
      [
        ['N', 'next doubtful row'],
        ['P', 'previous doubtful row'],
        ['Enter', 'reviewed, and on to the next doubtful row'],
        ['↑ ↓ ← →', 'segment and version'],
        ['Page ↑ ↓', 'a screen up, down'],
        ['Home, End', 'first row, last row'],
        ['/', 'search'],
        ['F', 'what is shown']
      ]
    ],
    [
      'Put right',
      [
        ['M', 'merge with the row below'],
        ['Shift M', 'merge with the row above'],
        ['S', 'split before this sentence, or in it'],
        ['U', 'segment up'],
        ['D', 'segment down'],
        ['I', 'segment into a row of its own'],
        ['W', 'exchange with the cell below'],
        ['E or F2', 'edit the text: Enter saves, Esc does not, Ctrl Enter splits at the caret'],
        ['G', 'align this stretch anew, up to rows that are sure, reviewed or locked'],
        ['Shift G', 'align all anew between reviewed and locked rows']
      ]
    ],
    [
      'Judge',
      [
        ['A', 'reviewed, or not'],
        ['R', 'to be looked at again, or not'],
        ['C', 'clear the mark'],
        ['K, X, Delete', 'reject, or keep after all'],
        ['L', 'lock, or unlock'],
        ['O', 'unlock the original']
      ]
    ],
    [
      'All',
      [
        ['Z or Ctrl Z', 'undo'],
        ['Y or Ctrl Y', 'redo'],
        ['1 to 6', 'hide a version, or show it'],
        ['V', 'the printed page, where the source was a PDF'],
        ['T', 'export'],
        ['?', 'this sheet']
      ]
    ]
  ]
}

const french = {
  // The bar.
  filter: 'Afficher',
  search: 'Rechercher',
  next: 'Doute suivant',
  undo: 'Annuler',
  redo: 'Rétablir',
  free: 'Libérer l’original',
  export: 'Exporter',
  printed: 'Page imprimée',
  keys: 'Touches',
  close: 'Fermer',
  other: 'English',

  // What is shown.
  all: 'Toutes les lignes',
  doubtful: 'Douteuses',
  oneSided: 'Sans une version',
  numbersDiffer: 'Nombres différents',
  edited: 'Modifiées',
  unseen: 'Pas encore vues',
  rejected: 'Rejetées',
  left: (left, rows) => `${left} à vérifier, sur ${rows} lignes`,
  done: (rows) => `Plus rien à vérifier, ${rows} lignes`,
  found: (count) => `${count} trouvées`,
  none: 'Aucune ligne de ce genre.',
  noMore: 'Il ne reste aucune ligne douteuse.',

  // Rows.
  number: 'N°',
  original: 'original',
  row: (number, rows) => `Ligne ${number} sur ${rows}`,
  score: 'score',
  empty: 'pas de texte dans cette version',
  lacks: 'ce nombre manque dans une autre version',
  locked: 'verrouillée',
  page: 'p.',
  blocks: {
    heading: 'titre',
    paragraph: 'paragraphe',
    item: 'alinéa',
    note: 'note',
    cell: 'cellule de tableau',
    dateline: 'date et lieu',
    signature: 'signature'
  },
  status: {
    machine: 'non révisée',
    doubtful: 'douteuse',
    reviewed: 'révisée',
    corrected: 'révisée',
    rejected: 'rejetée'
  },

  // What is said of what was done.
  aligning: 'Alignement en cours…',
  refused: {
    edge: 'Il n’y a rien de ce côté.',
    locked: 'La ligne est verrouillée. L la déverrouille.',
    reviewed: 'Quelqu’un a trouvé cette ligne juste. C revient là-dessus.',
    nothing: 'Cela ne change rien.',
    original: 'L’original n’est ni scindé ni fusionné : adaptez l’autre version, ou libérez l’original avec O.'
  },
  did: {
    detach: 'Mis sur une ligne à part',
    lock: 'Verrouillée',
    unlock: 'Déverrouillée',
    mark: 'Marquée',
    merge: 'Fusionnées',
    'merge-above': 'Fusionnées',
    'move-down': 'Descendu',
    'move-up': 'Remonté',
    realign: 'Réalignées',
    'realign-all': 'Réalignées',
    split: 'Scindée',
    'split-text': 'Scindée',
    swap: 'Permutés',
    text: 'Texte modifié',
    undo: 'Annulé',
    redo: 'Rétabli'
  },
  freed: 'L’original peut maintenant être scindé et fusionné.',
  kept: 'L’original n’est ni scindé ni fusionné.',
  caret: 'Placez le curseur où scinder, puis Ctrl+Entrée.',
  saved: 'enregistré',
  saving: 'enregistrement…',
  offline: 'Le programme ne répond pas : ce que vous faites n’est pas enregistré. Relancez-le, puis rechargez cette page.',

  // The printed page.
  printedPage: (language, page, pages) => `${language}, page imprimée ${page} sur ${pages}`,
  notPrinted: 'Aucune page imprimée connue pour cette ligne.',

  // Dialogs.
  rule: 'L’original n’est ni scindé ni fusionné : les autres versions s’y adaptent, comme dans les bitextes des Nations Unies. O le libère.',
  exportRule: 'Des fichiers de ce que vous voyez ; les lignes rejetées n’entrent dans aucune mémoire. Ils sont écrits à côté de l’alignement.',
  wrote: 'Écrit',
  groups: [
    [
      'Aller',
      [
        ['N', 'ligne douteuse suivante'],
        ['P', 'ligne douteuse précédente'],
        ['Entrée', 'révisée, puis la ligne douteuse suivante'],
        ['↑ ↓ ← →', 'segment et version'],
        ['Page ↑ ↓', 'un écran vers le haut, le bas'],
        ['Début, Fin', 'première ligne, dernière ligne'],
        ['/', 'rechercher'],
        ['F', 'ce qui est affiché']
      ]
    ],
    [
      'Corriger',
      [
        ['M', 'fusionner avec la ligne suivante'],
        ['Maj M', 'fusionner avec la ligne précédente'],
        ['S', 'scinder avant cette phrase, ou dedans'],
        ['U', 'segment vers le haut'],
        ['D', 'segment vers le bas'],
        ['I', 'segment sur une ligne à part'],
        ['W', 'permuter avec la cellule suivante'],
        ['E ou F2', 'modifier le texte : Entrée enregistre, Échap non, Ctrl Entrée scinde au curseur'],
        ['G', 'réaligner ce passage, jusqu’aux lignes sûres, révisées ou verrouillées'],
        ['Maj G', 'tout réaligner entre les lignes révisées ou verrouillées']
      ]
    ],
    [
      'Juger',
      [
        ['A', 'révisée, ou non'],
        ['R', 'à revoir, ou non'],
        ['C', 'effacer la marque'],
        ['K, X, Suppr', 'rejeter, ou garder quand même'],
        ['L', 'verrouiller, ou déverrouiller'],
        ['O', 'libérer l’original']
      ]
    ],
    [
      'Tout',
      [
        ['Z ou Ctrl Z', 'annuler'],
        ['Y ou Ctrl Y', 'rétablir'],
        ['1 à 6', 'masquer une version, ou la montrer'],
        ['V', 'la page imprimée, si la source était un PDF'],
        ['T', 'exporter'],
        ['?', 'cette feuille']
      ]
    ]
  ]
}

/** By the language of the page. */
export const words = { en: english, fr: french }
