import { list, months, type Vocabulary } from "./vocabulary.js";

/** Italian. */
export const it: Vocabulary = {
  decimal: ",",
  common: list(
    "il | lo | la | gli | le | e | di | in | che | è | una | un | del | della | per | con | non | sono | al | dei | delle | da",
  ),
  statuses: {
    done: list(`fatto | fatta | completato | completata | completati | completate | terminato | terminata | terminati |
      terminate | risolto | risolta | risolti | risolte | finito | finita | concluso | conclusa | conclusi | concluse |
      chiuso | chiusa | corretto | corretta | implementato | implementata | consegnato | consegnata | rilasciato |
      approvato | già risolto`),
    "in-progress": list(
      "in corso | in lavorazione | iniziato | iniziata | avviato | avviata | in revisione | in sviluppo | in test",
    ),
    partial: list(
      "parziale | parzialmente | parzialmente completato | incompleto | incompleta | quasi finito | quasi completato",
    ),
    todo: list(`da fare | da iniziare | non iniziato | non iniziata | non avviato | pianificato | pianificata | previsto |
      in attesa | non completato | non completata | non completati | non completate | non terminato | non risolto |
      non risolta | non fatto | non concluso | aperto | aperta | aperti | aperte | rimanente | rimanenti | non ancora`),
    blocked: list("bloccato | bloccata | bloccati | bloccate | sospeso | sospesa"),
    failed: list("fallito | fallita | non riuscito"),
    deferred: list(
      "rinviato | rinviata | rimandato | annullato | annullata | respinto | respinta | rifiutato | scartato | sostituito | obsoleto | non applicabile | fuori ambito",
    ),
  },
  weak: list("aperto | aperta | corretto | corretta | fatto | fatta | previsto | iniziato | approvato | finito"),
  yes: list("sì"),
  no: list(""),
  not: list("non | non ancora | mai | senza"),
  finished: list("fatti | fatte | verificato | verificati | verificate | pronti | pronte | corretti | corrette"),
  open: list(
    "rimanente | rimanenti | aperto | aperti | aperta | aperte | mancanti | mancano | bloccato | bloccati | bloccate | non | restanti",
  ),
  nouns: {
    task: list("attività | compito | compiti"),
    item: list("elemento | elementi | voce | voci"),
    point: list("punto | punti"),
    issue: list("questione | questioni | segnalazione | segnalazioni"),
    blocker: list("blocco | blocchi | impedimento | impedimenti | ostacolo | ostacoli"),
    problem: list("problema | problemi"),
    step: list("passo | passi | passaggio | passaggi"),
    phase: list("fase | fasi"),
    milestone: list("traguardo | traguardi"),
    feature: list("funzionalità | funzione | funzioni"),
    test: list("test | prova | prove"),
    error: list("errore | errori"),
    warning: list("avviso | avvisi"),
    question: list("domanda | domande"),
    change: list("modifica | modifiche | cambiamento | cambiamenti"),
    requirement: list("requisito | requisiti"),
    criterion: list("criterio | criteri"),
    component: list("componente | componenti"),
    module: list("modulo | moduli"),
    file: list("file"),
    line: list("riga | righe | linea | linee"),
    week: list("settimana | settimane"),
    service: list("servizio | servizi"),
  },
  units: {
    second: list("secondo | secondi"),
    minute: list("minuto | minuti"),
    hour: list("ora | ore"),
    day: list("giorno | giorni | gg"),
    week: list("settimana | settimane"),
    month: list("mese | mesi"),
  },
  measures: list(
    "carattere | caratteri | parola | parole | euro | pagina | pagine | anno | anni | volta | volte | tentativo | tentativi | colonna | colonne | tabella | tabelle",
  ),
  numbered: list(
    "passo | settimana | giorno | fase | parte | sezione | pagina | riga | righe | livello | priorità | attività | capitolo | anno | figura | tabella | allegato | versione | porta",
  ),
  of: list("su | di"),
  articles: list("le | i | gli"),
  total: list("totale | totali | somma | subtotale | totale generale | totale complessivo"),
  grand: list("totale generale | totale complessivo"),
  average: list("media | mediana"),
  all: list("tutti | tutte"),
  remaining: list("rimanente | rimanenti | restante | restanti | da fare | mancano | ancora aperti"),
  headers: {
    key: list("n. | n° | numero | rif."),
    status: list("stato | esito | completato | fatto | risultato"),
    percent: list("avanzamento | progresso | percentuale | completamento"),
    hours: list("impegno | ore | durata | tempo | stima | giorni | stimato"),
    files: list("file | percorso"),
    lines: list("righe | righe di codice"),
    notes: list("nota | note | commento | commenti | osservazione | osservazioni | dettaglio | dettagli | descrizione"),
  },
  labels: {
    status: list("stato | stato attuale | stato generale | stato del progetto"),
    date: list("data | aggiornato | aggiornato il | ultimo aggiornamento | data del rapporto"),
    overall: list("avanzamento | progresso | avanzamento generale | avanzamento complessivo | completamento"),
    estimate: list("stima | impegno | impegno stimato | tempo stimato"),
    legend: list("legenda | simboli"),
  },
  marks: list("simbolo | icona | segno | colore"),
  meaning: list("significato | descrizione"),
  ahead: list("prossimi passi | passi successivi | da fare | lavoro rimanente | prossime attività | prossime azioni"),
  generic: list("attività | lavoro | lavori | punti | passi | elementi | blocchi | questa | settimana | e | le | di"),
  general: list("riepilogo | panoramica | sommario | stato | avanzamento | conclusione | risultati | statistiche"),
  past: list(
    "prima | precedente | precedentemente | era | erano | iniziale | inizialmente | ieri | settimana scorsa | vecchio | storico | all'inizio",
  ),
  planned: list(
    "obiettivo | obiettivi | previsto | prevista | atteso | attesa | stimato | stimata | pianificato | traguardo",
  ),
  rates:
    list(`copertura | tasso | quota | media | priorità | peso | voto | punteggio | data | anno | scadenza | precisione |
    crescita | variazione | miglioramento | obiettivo | versione | rango | rapporto | successo | fiducia | per | max | min`),
  scores: list(
    "voto | punteggio | valutazione | passo | pagina | giorno | tentativo | obiettivo | versione | livello | priorità",
  ),
  selection: list(
    "per esempio | ad esempio | es. | tra cui | inclusi | incluse | esempi | esempio | principali | principale | alcuni | alcune | selezione | primi | prime",
  ),
  joiners: list("e | ed | ma | con | di | a | per | copertura | al"),
  about: list("circa | intorno a | quasi | approssimativamente"),
  atLeast: list("più di | almeno | oltre"),
  atMost: list("meno di | al massimo | fino a | sotto"),
  months:
    months(`gennaio | febbraio | marzo | aprile apr | maggio | giugno | luglio | agosto | settembre sett | ottobre |
    novembre nov | dicembre dic`),
};
