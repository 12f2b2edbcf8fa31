/**
 * Signs that reports are full of. A damaged sequence that turns into one of them is evidence by itself; letters of
 * some script are not, since accented letters beside quotation marks can spell them by chance.
 */
const COMMON = new Set(
  [
    "‒–—―‘’‚“”„†‡•…‰′″‹›‑⁄€™№ℹ⃣\u{fe0f}",
    "←↑→↓↔↕↖↗↘↙↦↩↪↰↱↲↳↺↻⇄⇅⇆⇐⇑⇒⇓⇔⇧⇨⟵⟶⟷⟹➔➙➜➝➞➡➤➢⬅⬆⬇⤴⤵",
    "−∙√∝∞∑∏∂∆∇∈∉∅∀∃∩∪⊂⊆∧∨∴≈≠≡≤≥≪≫⋅⋮⋯",
    "⌘⌥⌃⎿⏎",
    "─━│┃┌┏┐┓└┗┘┛├┣┤┫┬┳┴┻┼╋═║╔╗╚╝╠╣╦╩╬╭╮╯╰╱╲╳",
    "▀▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▐░▒▓",
    "■□▢▣▪▫▬▲△▴▸▹▶▷►▻▼▽▾▿◀◁◄◅◆◇◈○◎●◉◌◍◐◑◒◓◔◕◖◗◦◯",
    "★☆☐☑☒✓✔✕✖✗✘✚✦✧✱✳✴✶✻❍❏❐❑❒❖❮❯❰❱❶❷❸❹❺①②③④⑤⑥⑦⑧⑨",
  ].flatMap((line) => [...line].map((sign) => sign.codePointAt(0) ?? 0)),
);

/**
 * What a character is taken for when a byte of it is lost. Where two of these share what is left (a folder and a
 * memo, a magnifying glass and a lock), the text stays as it is.
 */
const RECOVERABLE = new Set(
  [..."❌⏳⏰⏱⏲⏸⏹⏺⏭⏮⏯⏩⏪⭐←”┐●❗☐☁✏✍◐▐◍❓👍🙏🏆🏗🏷🐛🐳🤝📁📝🔍🔐🌐🌍🎁🍎\u{fe0f}"].map(
    (sign) => sign.codePointAt(0) ?? 0,
  ),
);

/** No-break space turned into a space is believed only where it completes one of these. */
const HOLDS_NO_BREAK_SPACE = new Set([..."⚠🛠🟠≠"].map((sign) => sign.codePointAt(0) ?? 0));

const TOOLS = 0x1f6e0;

const PLAUSIBLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\u{a0}\u{2002}-\u{200d}\u{202f}\u{3000}]$/u;
const EMOJI = /^\p{Emoji}$/u;
const TEXT_BY_DEFAULT = /^(?!\p{Emoji_Presentation})\p{Emoji}$/u;

/** True for what a person may have typed: letters, marks, punctuation, symbols; never control or private-use characters. */
export function isPlausible(codePoint: number): boolean {
  return PLAUSIBLE.test(String.fromCodePoint(codePoint));
}

/** True for signs that reports are full of: status marks, arrows, box drawing, typographic punctuation, emoji. */
export function isCommon(codePoint: number): boolean {
  return COMMON.has(codePoint) || (codePoint >= 0x2000 && EMOJI.test(String.fromCodePoint(codePoint)));
}

/** True for signs that are taken for granted when only part of their bytes is left. */
export function isRecoverable(codePoint: number): boolean {
  return RECOVERABLE.has(codePoint);
}

/**
 * True for signs whose last byte is read as a no-break space, which editors turn into a space. What is left of the
 * tools is also what is left of the bug, unless a variation selector follows.
 */
export function endsInSpace(codePoint: number, pictured: boolean): boolean {
  return HOLDS_NO_BREAK_SPACE.has(codePoint) && (pictured || codePoint !== TOOLS);
}

/** True for emoji that need U+FE0F to be shown as a picture. */
export function takesVariationSelector(codePoint: number): boolean {
  return TEXT_BY_DEFAULT.test(String.fromCodePoint(codePoint));
}

/** Letters that two damaged characters may stand for: European, Cyrillic, Greek, Hebrew, Arabic. */
export function isShortPlausible(codePoint: number): boolean {
  if (codePoint < 0xa0 || codePoint === 0xad) return false;
  return codePoint < 0x250 || (codePoint >= 0x300 && codePoint < 0x530) || (codePoint >= 0x591 && codePoint < 0x700);
}
