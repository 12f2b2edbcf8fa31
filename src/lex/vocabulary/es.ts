import { list, months, type Vocabulary } from "./vocabulary.js";

/** Spanish. */
export const es: Vocabulary = {
  decimal: ",",
  spaced: true,
  common: list(
    "el | la | los | las | y | de | en | que | es | una | un | del | para | con | por | se | no | al | están | como",
  ),
  statuses: {
    done: list(`hecho | hecha | completado | completada | completados | completadas | terminado | terminada | terminados |
      terminadas | resuelto | resuelta | resueltos | resueltas | listo | lista | finalizado | finalizada | finalizados |
      finalizadas | cerrado | cerrada | cerrados | cerradas | corregido | corregida | implementado | implementada |
      entregado | entregada | desplegado | desplegada | aprobado | ya resuelto | concluido | concluida`),
    "in-progress": list(
      "en curso | en progreso | en proceso | en marcha | iniciado | iniciada | en revisión | en desarrollo | en pruebas",
    ),
    partial: list(
      "parcial | parcialmente | parcialmente completado | incompleto | incompleta | casi terminado | casi listo",
    ),
    todo: list(`pendiente | pendientes | por hacer | no iniciado | no iniciada | sin iniciar | sin empezar | planificado |
      planificada | planeado | no completado | no completada | no completados | no completadas | sin completar |
      no terminado | no terminada | no resuelto | no resuelta | sin resolver | no hecho | no finalizado | abierto |
      abierta | abiertos | abiertas | por empezar | próximo | restante | restantes | faltante | aún no | todavía no`),
    blocked: list("bloqueado | bloqueada | bloqueados | bloqueadas | en espera | detenido | detenida"),
    failed: list("fallido | fallida | fallado | con errores"),
    deferred:
      list(`aplazado | aplazada | cancelado | cancelada | cancelados | descartado | descartada | rechazado | rechazada |
      pospuesto | pospuesta | sustituido | reemplazado | obsoleto | no aplica | fuera de alcance`),
  },
  weak: list("lista | listo | abierto | abierta | próximo | iniciado | planificado | aprobado | hecho | hecha"),
  yes: list("sí"),
  no: list(""),
  not: list("no | sin | aún no | todavía no | nunca"),
  finished: list(
    "hechas | hechos | listas | listos | verificado | verificados | verificadas | corregidos | corregidas | implementadas | implementados",
  ),
  open: list(
    "pendiente | pendientes | restante | restantes | abierto | abiertos | abiertas | abierta | faltan | falta | bloqueado | bloqueados | bloqueadas | no | sin | fallidos | fallidas | quedan",
  ),
  nouns: {
    task: list("tarea | tareas"),
    item: list("elemento | elementos | ítem | ítems"),
    point: list("punto | puntos"),
    issue: list("incidencia | incidencias | asunto | asuntos"),
    blocker: list(
      "bloqueo | bloqueos | bloqueante | bloqueantes | impedimento | impedimentos | obstáculo | obstáculos",
    ),
    problem: list("problema | problemas"),
    step: list("paso | pasos"),
    phase: list("fase | fases | etapa | etapas"),
    milestone: list("hito | hitos"),
    feature: list("funcionalidad | funcionalidades | función | funciones"),
    test: list("prueba | pruebas | test | tests"),
    error: list("error | errores | fallo | fallos"),
    warning: list("advertencia | advertencias | aviso | avisos"),
    question: list("pregunta | preguntas"),
    change: list("cambio | cambios"),
    requirement: list("requisito | requisitos"),
    criterion: list("criterio | criterios"),
    deliverable: list("entregable | entregables"),
    component: list("componente | componentes"),
    module: list("módulo | módulos"),
    file: list("archivo | archivos | fichero | ficheros"),
    line: list("línea | líneas"),
    week: list("semana | semanas"),
    service: list("servicio | servicios"),
  },
  units: {
    second: list("segundo | segundos"),
    minute: list("minuto | minutos"),
    hour: list("hora | horas"),
    day: list("día | días | dia | dias"),
    week: list("semana | semanas"),
    month: list("mes | meses"),
  },
  measures: list(
    "carácter | caracteres | palabra | palabras | euro | euros | peso | pesos | página | páginas | año | años | vez | veces | intento | intentos | petición | peticiones | columna | columnas | tabla | tablas | por ciento",
  ),
  numbered: list(
    "paso | semana | día | fase | etapa | parte | sección | página | línea | líneas | nivel | prioridad | tarea | capítulo | año | figura | tabla | anexo | hito | versión | puerto",
  ),
  of: list("de"),
  articles: list("las | los | un total de"),
  total: list("total | totales | suma | subtotal | total general"),
  grand: list("total general"),
  average: list("promedio | media | mediana"),
  all: list("todos | todas"),
  remaining: list("restante | restantes | pendiente | pendientes | por hacer | quedan | faltan"),
  headers: {
    key: list("n.º | nº | núm. | núm | número | ref | ref."),
    status: list("estado | situación | terminado | hecho | resultado"),
    percent: list("progreso | avance | porcentaje | completado | completitud"),
    hours: list("esfuerzo | horas | duración | tiempo | estimación | estimado | días"),
    files: list("archivo | archivos | fichero | ficheros | ruta"),
    lines: list("líneas | líneas de código"),
    notes: list(
      "nota | notas | comentario | comentarios | observación | observaciones | detalle | detalles | descripción",
    ),
  },
  labels: {
    status: list("estado | estado actual | estado general | estado global"),
    date: list("fecha | actualizado | última actualización | fecha del informe"),
    overall: list("progreso | avance | progreso general | avance general | progreso global | progreso total"),
    estimate: list("estimación | esfuerzo | esfuerzo estimado | tiempo estimado"),
    legend: list("leyenda | símbolos | leyenda de estados"),
  },
  marks: list("símbolo | icono | ícono | marca | color"),
  meaning: list("significado | descripción"),
  ahead: list("próximos pasos | siguientes pasos | por hacer | trabajo pendiente | próximas acciones | qué falta"),
  generic: list(
    "tareas | trabajo | trabajos | puntos | pasos | elementos | bloqueos | esta | semana | y | las | los | de | la",
  ),
  general: list(
    "resumen | visión general | estado | progreso | avance | conclusión | resultado | resultados | estadísticas",
  ),
  past: list(
    "antes | anterior | anteriormente | previo | previa | era | eran | inicial | inicialmente | ayer | semana pasada | antiguo | historial | al inicio",
  ),
  planned: list(
    "objetivo | objetivos | meta | metas | previsto | prevista | esperado | esperada | estimado | estimada | planificado",
  ),
  rates:
    list(`cobertura | tasa | cuota | promedio | media | prioridad | peso | nota | puntuación | fecha | año | vencimiento |
    precisión | crecimiento | cambio | mejora | objetivo | meta | versión | rango | ratio | éxito | confianza | por | máx | mín`),
  scores: list(
    "nota | puntuación | calificación | paso | página | día | intento | objetivo | meta | versión | nivel | prioridad",
  ),
  selection: list(
    "por ejemplo | p. ej. | ej. | incluye | incluyendo | entre ellos | entre ellas | ejemplos | ejemplo | principales | principal | algunos | algunas | selección | primeros | primeras | sobre todo",
  ),
  joiners: list("y | e | pero | con | de | a | por | cobertura | en"),
  about: list("alrededor de | unos | unas | aproximadamente | aprox | aprox. | cerca de | casi"),
  atLeast: list("más de | al menos | como mínimo"),
  atMost: list("menos de | como máximo | hasta | máximo"),
  months: months(`enero ene | febrero | marzo | abril abr | mayo | junio | julio | agosto | septiembre setiembre sept |
    octubre oct | noviembre nov | diciembre dic`),
};
