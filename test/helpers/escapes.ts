const ESC = "\u{1b}";
const BEL = "\u{7}";
const ST = `${ESC}\\`;

const CSI = [
  ...["31m", "0m", "8m", "38;2;0;0;0m", "2J", "3J", "H", "1A", "99D", "K", "s", "?25l", "?1049h", "?2004l", "6n", "c"],
  ...["5i", "21t", "20;0;0t", "4h", "!p", "1;1r", "?1000h", ">4;2m"],
].map((rest) => `${ESC}[${rest}`);

const STRINGS = [
  `${ESC}]0;title${BEL}`,
  `${ESC}]2;title${ST}`,
  `${ESC}]4;1;?${BEL}`,
  `${ESC}]8;;http://example.invalid${ST}text${ESC}]8;;${ST}`,
  `${ESC}]8;;file:///etc/passwd${BEL}`,
  `${ESC}]9;4;1;50${BEL}`,
  `${ESC}]50;?${BEL}`,
  `${ESC}]52;c;eA==${ST}`,
  `${ESC}]52;c;?${BEL}`,
  `${ESC}]777;notify;a;b${BEL}`,
  `${ESC}]1337;File=:eA==${BEL}`,
  `${ESC}]0;not ended`,
  `${ESC}P+q544e${ST}`,
  `${ESC}P$q"p${ST}`,
  `${ESC}_Ga=T;eA==${ST}`,
  `${ESC}^private${ST}`,
  `${ESC}Xstring${ST}`,
];

const OTHERS = [
  ...[`${ESC}c`, `${ESC}7`, `${ESC}#8`, `${ESC}(0`, `${ESC}%G`, `${ESC}N`, ESC],
  ...["\u{9b}31m", "\u{9d}0;x\u{9c}", "\u{90}q\u{9c}", "\u{85}", "\u{8d}"],
  ...["fake\rreal", "ab\b\bcd", "\u{0}", "\u{7}", "\u{b}", "\u{c}", "\u{e}\u{f}", "\u{7f}"],
];

const UNSEEN = [
  ...["\u{202e}turned\u{202c}", "\u{2066}x\u{2069}", "\u{2028}", "\u{2029}", "\u{feff}", "\u{200b}", "\u{2060}"],
  ...["\u{e0041}\u{e0042}", "\u{fff9}a\u{fffb}", "\u{e0100}"],
];

/** What a terminal may obey, and what turns or hides text on it. */
export const ESCAPES: readonly string[] = [...CSI, ...STRINGS, ...OTHERS, ...UNSEEN];

/** Format characters that belong to scripts and emoji: joiners, soft hyphens, marks of direction, signs around numbers. */
const ALLOWED =
  /[\u{ad}\u{600}-\u{605}\u{61c}\u{6dd}\u{70f}\u{890}\u{891}\u{8e2}\u{200c}-\u{200f}\u{110bd}\u{110cd}\u{13430}-\u{1343f}]/gu;

/** Every character of an output that is not to be there, line ends apart; in words, as often as it is there. */
export function leaksOf(output: string): readonly string[] {
  const found = output.replace(ALLOWED, "").match(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{e0100}-\u{e01ef}]/gu) ?? [];
  return found.map((character) => `U+${character.codePointAt(0)?.toString(16)}`);
}

const OWN_COLOUR = new RegExp(`${ESC}\\[\\d+m`, "gu");

/** The same without our own colours, which are all of one form. */
export function withoutColours(output: string): string {
  return output.replace(OWN_COLOUR, "");
}
