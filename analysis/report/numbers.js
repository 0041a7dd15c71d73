"use strict";
// Numbers for people: grouped digits, units of a readable size, no exponents where words do.
const LOCALE = "en";  // 1,234.5 in both languages
const SUPERSCRIPT = {"-": "⁻", ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((s, i) => [i, s]))};
// Counts below a million stand as they are, other values with that many significant digits.
function num(v, digits = 4) {
  const a = Math.abs(v);
  if (v === 0) return "0";
  if (a >= 1e15 || a < 1e-3) {
    const [factor, power] = v.toExponential(2).split("e");
    return `${Number(factor)}×10${[...String(Number(power))].map((c) => SUPERSCRIPT[c]).join("")}`.replace("-", "−");
  }
  const shown = Number.isInteger(v) && a < 1e6 ? v : Number(v.toPrecision(digits));
  return shown.toLocaleString(LOCALE, {maximumFractionDigits: 12}).replace("-", "−");
}
// Yen by ten thousands and hundred millions in Japanese, by millions in English.
const YEN = {ja: [[1e12, "兆円"], [1e8, "億円"], [1e4, "万円"], [1, "円"]], en: [[1e6, " Myen"], [1, " yen"]]};
function yen(v) {
  const rounded = Number(v.toPrecision(4));
  const [size, name] = YEN[lang].find(([least]) => Math.abs(rounded) >= least) ?? YEN[lang].at(-1);
  return num(rounded / size) + name;
}
// Units of the ledger as people call them. A measured one grows with the amount: from which value on,
// how many of the ledger's unit it holds, its name.
const COUNTS = {"1": {ja: "", en: ""}, unit: {ja: "台", en: "unit"}, letter: {ja: "通", en: "letter"}, part: {ja: "個", en: "part"}, event: {ja: "件", en: "event"}, person: {ja: "人", en: "person"}, day: {ja: "日", en: "day"},
  asset: {ja: "式", en: "asset"}, year: {ja: "年", en: "year"}, "household day": {ja: "世帯・日", en: "household day"}};
const SIZES = {
  bytes: [[1e9, 1e9, "GB"], [1e6, 1e6, "MB"], [1e3, 1e3, "kB"], [0, 1, "B"]], kg: [[1e4, 1e3, "t"], [0, 1, "kg"]], J: [[1e9, 1e9, "GJ"], [1e6, 1e6, "MJ"], [0, 1, "J"]],
  s: [[172800, 86400, {ja: "日", en: "d"}], [3600, 3600, {ja: "時間", en: "h"}], [60, 60, {ja: "分", en: "min"}], [0, 1, {ja: "秒", en: "s"}]]};
// Part of one thing reads as a share of it: 1 % of 80 Myen.
const isShare = (v, unit) => unit === "asset" && Math.abs(v) < 1;
function scaleOf(v, unit) {
  const [, size, name] = SIZES[unit]?.find(([least]) => Math.abs(v) >= least) ?? [0, 1, COUNTS[unit] ?? unit];
  return {size, name: typeof name === "string" ? name : name[lang]};
}
// A Japanese word stands close to its number: 3人, 20分; 3 kg.
const joined = (number, unit) => number + (!unit || unit.startsWith("/") || unit.charCodeAt(0) > 0x2e80 ? "" : " ") + unit;
function quantity(v, unit) {
  if (isShare(v, unit)) return `${num(100 * v, 3)} %`;
  const {size, name} = scaleOf(v, unit), shown = num(v / size, unit === "s" ? 3 : 4);
  return joined(shown, name + (lang === "en" && COUNTS[unit] && name && shown !== "1" ? "s" : ""));
}
// The price of one unit, of the size in which the quantity beside it is told; of a share, the whole.
function unitPrice(price_yen, v, unit) {
  if (isShare(v, unit)) return (lang === "ja" ? "" : "of ") + yen(price_yen);
  const {size, name} = scaleOf(v, unit);
  return yen(price_yen * size) + (name ? `/${name}` : "");
}
function clock(s) {
  const tenths = Math.round(Math.abs(s) * 10), sign = s < 0 && tenths ? "−" : "", two = (v) => String(v).padStart(2, "0");
  const whole = Math.floor(tenths / 10), tail = tenths % 10 ? `.${tenths % 10}` : "";
  return `${sign}${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${tail}`;
}
// "#run-5.2", or "#run-5b" as the table numbers it, opens the second variant of incident 5; one that is
// not there the incident itself.
function targetOf(hash) {
  const [, id, number, letter] = /^#(run-\d+)(?:\.(\d+)|([a-z]))?$/.exec(hash) ?? [];
  return {id, tab: letter ? letter.charCodeAt(0) - 96 : Number(number ?? 0)};
}
