/** The first characters by pinyin of each initial, in the order of the alphabet; no syllable begins with i, u or v. */
const FIRST_OF_INITIAL: readonly (readonly [character: string, initial: string])[] = [
  ["阿", "a"],
  ["八", "b"],
  ["嚓", "c"],
  ["哒", "d"],
  ["妸", "e"],
  ["发", "f"],
  ["旮", "g"],
  ["哈", "h"],
  ["讥", "j"],
  ["咔", "k"],
  ["垃", "l"],
  ["妈", "m"],
  ["拏", "n"],
  ["噢", "o"],
  ["妑", "p"],
  ["七", "q"],
  ["呥", "r"],
  ["仨", "s"],
  ["他", "t"],
  ["屲", "w"],
  ["夕", "x"],
  ["丫", "y"],
  ["帀", "z"],
];

const byPinyin = new Intl.Collator("zh-Hans-u-co-pinyin");

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase();
  const found = FIRST_OF_INITIAL.findLast(([first]) => byPinyin.compare(first, character) <= 0);
  return found?.[1] ?? "";
}

/**
 * First letters of the pinyin of a text (拼音首字母): zzssb for 增值税申报. By the platform's own order of Chinese characters
 * (CLDR), which knows one reading of each: 行 counts as xing.
 */
export function pinyinInitials(text: string): string {
  return [...text].map(initialOf).join("");
}
