import type { Status } from "../model/status.js";

/**
 * Status words per language, longest phrase first at look-up. Data only: an unknown word gives no status.
 * English follows what reports and trackers use; the others hold the common words of each status.
 */
export const STATUS_WORDS: Readonly<Record<string, Partial<Record<Status, readonly string[]>>>> = {
  en: {
    done: [
      "done", "complete", "completed", "finished", "fixed", "resolved", "already resolved", "implemented", "closed",
      "merged", "shipped", "delivered", "deployed", "passed", "passing", "pass", "verified", "achieved", "released",
      "live", "ok", "yes", "fully implemented", "fully complete", "fully resolved", "fully tested", "already implemented", "already done", "already complete",
      "already fixed", "signed off", "met", "added", "created", "working", "optimized", "solved", "excellent",
      "production ready", "production-ready", "fully functional", "functional", "operational", "success", "successful", "all done",
    ],
    "in-progress": [
      "in progress", "in-progress", "in_progress", "inprogress", "wip", "ongoing", "started", "doing", "active", "underway", "under way",
      "in development", "in review", "review", "under review", "investigating", "in testing", "developing", "working on it",
    ],
    partial: [
      "partial", "partially", "partially done", "partially complete", "partially completed", "partially implemented",
      "partly", "partly done", "mostly done", "mostly complete", "almost done", "almost complete", "nearly done", "nearly complete",
      "needs work", "incomplete", "mixed", "degraded", "minor issues",
    ],
    todo: [
      "todo", "to do", "to-do", "not started", "not yet started", "not done", "not implemented", "not begun", "not complete", "not completed",
      "not yet implemented", "not yet", "not ready", "not tested", "not resolved", "not fixed", "unresolved", "unfixed", "not deployed", "not run",
      "pending", "open", "planned", "backlog", "remaining", "missing", "queued", "next", "upcoming", "scheduled", "ready",
      "unstarted", "no", "none", "required", "needed", "future", "tbd", "to be done", "outstanding", "new", "proposed", "draft", "designed",
    ],
    blocked: ["blocked", "waiting", "on hold", "on-hold", "stalled", "awaiting", "stuck"],
    failed: ["failed", "failing", "fail", "broken", "error"],
    deferred: [
      "deferred", "postponed", "cancelled", "canceled", "dropped", "skipped", "won't fix", "wont fix", "wontfix", "rejected",
      "superseded", "obsolete", "n/a", "na", "not applicable", "out of scope", "descoped", "paused", "not needed", "duplicate", "deprecated", "optional",
    ],
  },
  de: {
    done: ["erledigt", "fertig", "abgeschlossen", "behoben", "umgesetzt", "gelöst"],
    "in-progress": ["in arbeit", "laufend", "begonnen", "in bearbeitung"],
    partial: ["teilweise"],
    todo: ["offen", "ausstehend", "geplant", "nicht begonnen"],
    blocked: ["blockiert", "wartend"],
    deferred: ["verschoben", "zurückgestellt"],
  },
  fr: {
    done: ["terminé", "terminée", "fait", "faite", "résolu", "résolue", "achevé", "fini"],
    "in-progress": ["en cours"],
    partial: ["partiel", "partiellement"],
    todo: ["à faire", "en attente", "prévu", "non commencé"],
    blocked: ["bloqué", "bloquée"],
    deferred: ["reporté", "annulé"],
  },
  es: {
    done: ["hecho", "completado", "completada", "terminado", "resuelto", "listo"],
    "in-progress": ["en curso", "en progreso", "en proceso"],
    partial: ["parcial", "parcialmente"],
    todo: ["pendiente", "por hacer", "no iniciado", "planificado"],
    blocked: ["bloqueado"],
    deferred: ["aplazado", "cancelado"],
  },
  pt: {
    done: ["feito", "concluído", "concluída", "completo", "resolvido", "pronto"],
    "in-progress": ["em andamento", "em progresso"],
    partial: ["parcialmente"],
    todo: ["a fazer", "não iniciado", "planejado"],
    deferred: ["adiado"],
  },
  zh: {
    done: ["已完成", "完成", "已解决", "已修复"],
    "in-progress": ["进行中", "開發中", "开发中"],
    partial: ["部分完成"],
    todo: ["未开始", "待办", "待处理", "计划中", "未完成"],
    blocked: ["阻塞"],
  },
  ja: {
    done: ["完了", "済", "対応済み"],
    "in-progress": ["進行中", "作業中"],
    todo: ["未着手", "未対応", "予定"],
    blocked: ["保留"],
  },
  ko: { done: ["완료", "해결"], "in-progress": ["진행 중", "진행중"], todo: ["대기", "예정", "미착수"], blocked: ["보류"] },
  ru: {
    done: ["готово", "выполнено", "завершено", "исправлено", "сделано"],
    "in-progress": ["в работе", "в процессе"],
    partial: ["частично"],
    todo: ["не начато", "ожидает", "запланировано", "открыто"],
    blocked: ["заблокировано"],
    deferred: ["отложено", "отменено"],
  },
};

/** Marks that speak of a status when they stand where one is expected. */
export const STATUS_MARKS: Readonly<Record<string, Status>> = {
  "✅": "done", "✔": "done", "☑": "done", "✓": "done", "🟢": "done", "💚": "done", "🎉": "done",
  "🔄": "in-progress", "🚧": "in-progress", "🟡": "in-progress", "🔨": "in-progress", "🏃": "in-progress", "🔵": "in-progress", "🟠": "in-progress",
  "⚠": "partial", "🔶": "partial", "◐": "partial", "🌗": "partial",
  "⏳": "todo", "⌛": "todo", "❌": "todo", "✗": "todo", "✘": "todo", "❎": "todo", "☐": "todo", "⬜": "todo", "⚪": "todo", "🔲": "todo", "◻": "todo", "📋": "todo", "🔜": "todo", "🔴": "todo", "⭕": "todo",
  "🚫": "blocked", "⛔": "blocked", "🛑": "blocked",
  "⏸": "deferred", "⏭": "deferred",
};

/** Marks that say done or not done wherever they stand; the others may be mere decoration outside a status place. */
export const PLAIN_MARKS: ReadonlySet<string> = new Set(["✅", "✔", "☑", "✓", "⏳", "⌛", "❌", "✗", "✘", "☐", "⬜", "🔲", "🔄", "🚧", "🟡", "⚪"]);
