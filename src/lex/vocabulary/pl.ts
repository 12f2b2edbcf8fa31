import { list, months, type Vocabulary } from "./vocabulary.js";

/** Polish. */
export const pl: Vocabulary = {
  decimal: ",",
  spaced: true,
  common: list("i | w | na | z | do | jest | się | dla | że | oraz | po | od | są | przez | jak | lub | ze"),
  statuses: {
    done: list(`gotowe | gotowy | gotowa | ukończone | ukończono | ukończony | ukończona | ukończonych | zakończone |
      zakończono | zakończony | zakończona | zakończonych | zrobione | wykonane | wykonano | wykonany | wykonana |
      wykonanych | rozwiązane | rozwiązany | rozwiązano | naprawione | naprawiono | zamknięte | zamknięty | wdrożone |
      wdrożono | dostarczone`),
    "in-progress": list("w toku | w trakcie | w realizacji | rozpoczęte | rozpoczęty | w przeglądzie | w testach"),
    partial: list("częściowo | częściowe | częściowo gotowe | częściowo ukończone | niekompletne | prawie gotowe"),
    todo: list(`do zrobienia | nierozpoczęte | nie rozpoczęto | nie rozpoczęte | zaplanowane | zaplanowany | planowane |
      oczekuje | oczekujące | nieukończone | nie ukończono | nie ukończone | niezakończone | nie zakończono |
      nie zakończone | niewykonane | nie wykonano | nie gotowe | niegotowe | nierozwiązane | otwarte | otwarty |
      pozostało | pozostałe | nie zrobione | niezrobione | jeszcze nie`),
    blocked: list("zablokowane | zablokowany | zablokowana | wstrzymane | wstrzymany"),
    failed: list("nieudane | nie powiodło się | błąd | zepsute"),
    deferred: list(
      "odłożone | odłożony | anulowane | anulowany | odrzucone | odrzucony | przełożone | zastąpione | nieaktualne | nie dotyczy | pominięte",
    ),
  },
  weak: list("otwarte | otwarty | planowane | błąd | gotowy | gotowa | pozostałe"),
  yes: list("tak"),
  no: list("nie"),
  not: list("nie | jeszcze nie | nigdy"),
  finished: list("rozwiązanych | naprawionych | zamkniętych"),
  open: list(
    "pozostało | pozostałe | pozostałych | otwarte | otwartych | zablokowane | zablokowanych | brakuje | nie | do zrobienia",
  ),
  nouns: {
    task: list("zadanie | zadania | zadań"),
    item: list("pozycja | pozycje | pozycji"),
    point: list("punkt | punkty | punktów"),
    issue: list("zgłoszenie | zgłoszenia | zgłoszeń"),
    blocker: list("blokada | blokady | blokad | przeszkoda | przeszkody | przeszkód"),
    problem: list("problem | problemy | problemów"),
    step: list("krok | kroki | kroków"),
    phase: list("faza | fazy | faz | etap | etapy | etapów"),
    milestone: list("kamień milowy"),
    feature: list("funkcja | funkcje | funkcji"),
    test: list("test | testy | testów"),
    error: list("błąd | błędy | błędów"),
    warning: list("ostrzeżenie | ostrzeżenia | ostrzeżeń"),
    question: list("pytanie | pytania | pytań"),
    change: list("zmiana | zmiany | zmian"),
    requirement: list("wymaganie | wymagania | wymagań"),
    criterion: list("kryterium | kryteria | kryteriów"),
    component: list("komponent | komponenty | komponentów"),
    module: list("moduł | moduły | modułów"),
    file: list("plik | pliki | plików"),
    line: list("linia | linie | linii | wiersz | wiersze | wierszy"),
    week: list("tydzień | tygodnie | tygodni"),
    service: list("usługa | usługi | usług"),
  },
  units: {
    second: list("sekunda | sekundy | sekund"),
    minute: list("minuta | minuty | minut"),
    hour: list("godz | godzina | godziny | godzin"),
    day: list("dzień | dni | dnia"),
    week: list("tydzień | tygodnie | tygodni"),
    month: list("miesiąc | miesiące | miesięcy"),
  },
  measures: list(
    "znak | znaki | znaków | słowo | słowa | słów | zł | złoty | złotych | euro | strona | strony | stron | rok | lata | lat | raz | razy | próba | próby | prób | procent",
  ),
  numbered: list(
    "krok | dzień | faza | etap | część | rozdział | strona | wiersz | linia | poziom | priorytet | zadanie | rok | rysunek | tabela | załącznik | wersja | tydzień",
  ),
  of: list("z | ze | spośród"),
  articles: list("wszystkich"),
  total: list("razem | suma | łącznie | ogółem | w sumie"),
  grand: list("suma całkowita | ogółem | razem ogółem"),
  average: list("średnia | średnio | mediana"),
  all: list("wszystkie | wszystko"),
  remaining: list("pozostało | pozostałe | pozostaje | do zrobienia"),
  headers: {
    key: list("lp | lp. | numer"),
    status: list("stan | wynik | gotowe"),
    percent: list("postęp | postępy | procent | ukończenie"),
    hours: list("nakład | godziny | czas | szacunek | dni | czas trwania"),
    files: list("plik | pliki | ścieżka"),
    lines: list("wiersze | linie | linie kodu"),
    notes: list("uwagi | uwaga | komentarz | komentarze | opis | notatki"),
  },
  labels: {
    status: list("stan | stan obecny | status ogólny"),
    date: list("data | aktualizacja | ostatnia aktualizacja | zaktualizowano | data raportu"),
    overall: list("postęp | postęp ogólny | ukończenie"),
    estimate: list("szacunek | nakład | szacowany czas"),
    legend: list("legenda | symbole"),
  },
  marks: list("symbol | ikona | znak | kolor"),
  meaning: list("znaczenie | opis"),
  ahead: list("następne kroki | kolejne kroki | do zrobienia | dalsze kroki"),
  generic: list("zadania | prace | punkty | kroki | blokady | tydzień | w | i"),
  general: list("podsumowanie | przegląd | stan | postęp | wnioski | wyniki | statystyki"),
  past: list(
    "przed | poprzednio | poprzedni | poprzednia | wcześniej | było | był | była | początkowo | wczoraj | stary | historia",
  ),
  planned: list("cel | cele | planowane | oczekiwane | szacowane | docelowo"),
  rates: list(
    "pokrycie | wskaźnik | udział | średnia | średnio | priorytet | waga | ocena | wynik | data | rok | termin | dokładność | wzrost | zmiana | poprawa | cel | wersja | ranking | stosunek | na | max | min",
  ),
  scores: list("ocena | wynik | krok | strona | dzień | próba | cel | wersja | poziom | priorytet"),
  selection: list(
    "na przykład | np. | między innymi | m.in. | w tym | przykłady | przykład | główne | najważniejsze | niektóre | wybrane | pierwsze",
  ),
  joiners: list("i | oraz | ale | z | przy | na | do | pokrycie"),
  about: list("około | ok. | mniej więcej | prawie | niemal"),
  atLeast: list("ponad | więcej niż | co najmniej | przynajmniej"),
  atMost: list("mniej niż | co najwyżej | do | poniżej | maksymalnie"),
  months: months(`styczeń stycznia | luty lutego | marzec marca | kwiecień kwietnia | maj maja | czerwiec czerwca |
    lipiec lipca | sierpień sierpnia | wrzesień września | październik października | listopad listopada |
    grudzień grudnia`),
};
