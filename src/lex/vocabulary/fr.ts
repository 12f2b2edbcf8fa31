import { list, months, type Vocabulary } from "./vocabulary.js";

/** French. */
export const fr: Vocabulary = {
  decimal: ",",
  spaced: true,
  common: list(
    "le | la | les | des | et | est | une | un | du | pour | dans | sur | pas | avec | que | aux | sont | en | par | ce",
  ),
  statuses: {
    done: list(`terminé | terminée | terminés | terminées | fait | faite | faits | faites | résolu | résolue | résolus |
      résolues | achevé | achevée | fini | finie | finis | corrigé | corrigée | corrigés | corrigées | livré | livrée |
      réalisé | réalisée | réalisés | réalisées | déployé | déployée | validé | validée | déjà fait | clos | réussi`),
    "in-progress": list(
      "en cours | commencé | commencée | démarré | démarrée | en développement | en revue | en test | en relecture",
    ),
    partial: list(
      "partiel | partielle | partiellement | partiellement terminé | partiellement fait | incomplet | incomplète | presque terminé | presque fini",
    ),
    todo: list(`à faire | en attente | prévu | prévue | prévus | prévues | non commencé | non commencée | pas commencé |
      pas encore commencé | non terminé | non terminée | non terminés | pas terminé | pas encore terminé | non fait |
      non faite | pas fait | non résolu | non résolue | inachevé | inachevée | non réalisé | restant | restante | restants |
      restantes | ouvert | ouverte | ouverts | ouvertes | planifié | planifiée | à venir | manquant | pas encore`),
    blocked: list("bloqué | bloquée | bloqués | bloquées | suspendu | suspendue"),
    failed: list("échoué | échouée | échec | en échec | en erreur | cassé"),
    deferred:
      list(`reporté | reportée | reportés | annulé | annulée | annulés | abandonné | abandonnée | rejeté | rejetée |
      refusé | refusée | remplacé | remplacée | obsolète | sans objet | hors périmètre | ignoré`),
  },
  weak: list(
    "fait | faite | faits | ouvert | ouverte | clos | prévu | prévue | commencé | validé | échec | réussi | restant | manquant | fini | remplacé | livré",
  ),
  yes: list("oui"),
  no: list("non"),
  not: list("non | pas | pas encore | jamais"),
  finished: list("vérifié | vérifiés | vérifiée | vérifiées | atteint | atteints | atteints | prêt | prêts | prêtes"),
  open: list(
    "restant | restants | restante | restantes | ouvert | ouverts | ouvertes | bloqué | bloqués | bloquées | manquants | manquantes | non | pas | échoué | échoués",
  ),
  nouns: {
    task: list("tâche | tâches"),
    item: list("élément | éléments"),
    point: list("point | points"),
    issue: list("sujet | sujets"),
    blocker: list("bloquant | bloquants | blocage | blocages | obstacle | obstacles"),
    problem: list("problème | problèmes"),
    step: list("étape | étapes"),
    phase: list("phase | phases"),
    milestone: list("jalon | jalons"),
    feature: list("fonctionnalité | fonctionnalités | fonction | fonctions"),
    test: list("test | tests"),
    error: list("erreur | erreurs"),
    bug: list("bogue | bogues | anomalie | anomalies"),
    warning: list("avertissement | avertissements"),
    question: list("question | questions"),
    change: list("changement | changements | modification | modifications"),
    requirement: list("exigence | exigences"),
    criterion: list("critère | critères"),
    deliverable: list("livrable | livrables"),
    component: list("composant | composants"),
    module: list("module | modules"),
    file: list("fichier | fichiers"),
    line: list("ligne | lignes"),
    week: list("semaine | semaines"),
    service: list("service | services"),
  },
  units: {
    second: list("seconde | secondes"),
    minute: list("minute | minutes"),
    hour: list("heure | heures"),
    day: list("j | jour | jours"),
    week: list("semaine | semaines | sem"),
    month: list("mois"),
  },
  measures: list(
    "caractère | caractères | mot | mots | octet | octets | ko | mo | go | euro | euros | page | pages | an | ans | année | années | fois | essai | essais | requête | requêtes | colonne | colonnes | tableau | tableaux",
  ),
  numbered: list(
    "étape | semaine | jour | phase | partie | section | page | ligne | lignes | niveau | priorité | tâche | chapitre | année | figure | tableau | annexe | jalon | version",
  ),
  of: list("sur"),
  articles: list("les | un total de"),
  total: list("total | totaux | somme | sous-total | total général"),
  grand: list("total général"),
  average: list("moyenne | moy | médiane"),
  all: list("tous | toutes | ensemble"),
  remaining: list("restant | restants | restante | restantes | reste | à faire | encore ouvert | encore ouverts"),
  headers: {
    key: list("n° | no | numéro | réf | réf."),
    status: list("statut | état | terminé | fait | résultat"),
    percent: list("avancement | progression | progrès | pourcentage | achèvement"),
    hours: list("durée | heures | effort | temps | charge | estimation | jours | estimé"),
    files: list("fichier | fichiers | chemin"),
    lines: list("lignes | lignes de code"),
    notes: list(
      "remarque | remarques | commentaire | commentaires | notes | détails | description | observation | observations",
    ),
  },
  labels: {
    status: list("statut | état | état actuel | statut global | état global | statut actuel"),
    date: list("date | mis à jour | mise à jour | dernière mise à jour | date du rapport | établi le"),
    overall: list("avancement | progression | avancement global | progression globale | progrès | achèvement"),
    estimate: list("estimation | effort | effort estimé | durée estimée | charge"),
    legend: list("légende | légende des statuts | symboles"),
  },
  marks: list("symbole | icône | marque | couleur"),
  meaning: list("signification | description | sens"),
  ahead: list("prochaines étapes | étapes suivantes | reste à faire | à faire | suite | prochaines actions"),
  generic: list(
    "tâches | travaux | travail | points | étapes | blocages | éléments | cette | semaine | et | les | de | la | du",
  ),
  general: list("résumé | synthèse | aperçu | vue d'ensemble | état | avancement | conclusion | bilan | statistiques"),
  past: list(
    "avant | précédent | précédente | précédemment | était | étaient | auparavant | initial | initiale | initialement | hier | semaine dernière | ancien | ancienne | historique | au départ",
  ),
  planned: list("objectif | objectifs | cible | prévu | prévue | attendu | attendue | estimé | estimée"),
  rates:
    list(`couverture | taux | part | moyenne | priorité | poids | note | score | date | année | échéance | précision |
    croissance | changement | amélioration | objectif | cible | version | rang | ratio | succès | confiance | par | max | min`),
  scores: list(
    "note | score | étape | page | jour | essai | objectif | cible | version | ratio | niveau | priorité | évaluation",
  ),
  selection: list(
    "par exemple | p. ex. | ex. | dont | notamment | exemples | exemple | principaux | principales | principal | certains | certaines | parmi | sélection | premiers | premières | entre autres",
  ),
  joiners: list("et | mais | avec | de | à | par | couverture | soit pour"),
  about: list("environ | à peu près | près de | presque | quelque"),
  atLeast: list("plus de | au moins"),
  atMost: list("moins de | au plus | jusqu'à | sous | maximum"),
  months:
    months(`janvier janv | février févr fév | mars | avril avr | mai | juin | juillet juil | août | septembre sept |
    octobre oct | novembre nov | décembre déc`),
};
