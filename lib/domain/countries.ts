/** Two-letter codes of countries and regions, ISO 3166-1. */
const CODES =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW".split(
    " ",
  );

const chinese = new Intl.DisplayNames("zh-CN", { type: "region" });

const english = new Intl.DisplayNames("en", { type: "region" });

const BY_NAME: ReadonlyMap<string, string> = new Map(
  CODES.flatMap((code) => [
    [chinese.of(code) ?? code, code],
    [(english.of(code) ?? code).toUpperCase(), code],
  ]),
);

/**
 * The country or region (国籍（地区）) somebody typed, as its code of ISO 3166-1: by code or English name in either case, or by Chinese
 * name. Null when there is none of that name.
 */
export function readCountry(text: string): string | null {
  const typed = text.trim();
  const capitals = typed.toUpperCase();
  return CODES.includes(capitals) ? capitals : (BY_NAME.get(capitals) ?? null);
}

/** A country or region by its name. */
export function countryName(code: string, locale: "zh-CN" | "en" = "zh-CN"): string {
  const names = locale === "en" ? english : chinese;
  return CODES.includes(code) ? (names.of(code) ?? code) : code;
}
