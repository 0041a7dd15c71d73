"use strict";
// Numbers and texts of the report's page, by the page's own code: node --test page_test.js
const test = require("node:test"), assert = require("node:assert");
const fs = require("node:fs"), path = require("node:path"), vm = require("node:vm");

// The page's parts that need no document, in one context, with the page's language.
const folder = path.join(__dirname, "../../analysis/report");
const page = vm.createContext({});
vm.runInContext(["words.js", "numbers.js"].map((f) => fs.readFileSync(path.join(folder, f), "utf8")).join("\n"), page);
function said(lang, expression) {
  return vm.runInContext(`lang = "${lang}"; ${expression}`, page);
}
function says(ja, en, expression) {
  assert.strictEqual(said("ja", expression), ja);
  assert.strictEqual(said("en", expression), en);
}

test("amounts of money keep four digits and never become zero", () => {
  says("0円", "0 yen", "yen(0)");
  says("0.432円", "0.432 yen", "yen(0.432)");
  says("57.87円", "57.87 yen", "yen(57.8703)");
  says("9,876円", "9.876 kyen", "yen(9876)");
  says("1.235万円", "12.35 kyen", "yen(12345.6)");  // not 1万円
  says("9,001万円", "90.01 Myen", "yen(90.01e6)");
  says("53.8億円", "5,380 Myen", "yen(5.38e9)");
  says("−1.5億円", "−150 Myen", "yen(-1.5e8)");
});

// 99,999,999 yen rounded to four digits are 100 million: they take the unit of what is shown.
test("an amount that rounds up takes the next unit", () => says("1億円", "100 Myen", "yen(99999999)"));

test("large numbers are grouped and tiny ones have a power of ten", () => {
  says("9,020,000", "9,020,000", "num(9.02e6)");
  says("123,456", "123,456", "num(123456)");  // a count stays exact
  says("0.0123", "0.0123", "num(0.0123)");
  says("2.5×10⁻⁴", "2.5×10⁻⁴", "num(2.5e-4)");
  says("−3×10¹⁸", "−3×10¹⁸", "num(-3e18)");
});

test("quantities come in units of readable size, with words of the language", () => {
  says("9.02 MB", "9.02 MB", "quantity(9.02e6, 'bytes')");
  says("1.5 GB", "1.5 GB", "quantity(1.5e9, 'bytes')");
  says("62.5 t", "62.5 t", "quantity(62500, 'kg')");
  says("800 kg", "800 kg", "quantity(800, 'kg')");
  says("1 件", "1 event", "quantity(1, 'event')");
  says("3 人", "3 persons", "quantity(3, 'person')");
  says("30 日", "30 days", "quantity(30, 'day')");
  says("20,000", "20,000", "quantity(20000, '1')");
  says("10 時間", "10 h", "quantity(36000, 's')");
});

// 62.5 t at 150 yen a kilogram: the line must multiply out as it stands, 62.5 x 150 kyen = 9.375 Myen.
test("the price beside a quantity is the price of its unit", () => {
  says("15万円/t", "150 kyen/t", "unitPrice(150, 62500, 'kg')");
  says("150円/kg", "150 yen/kg", "unitPrice(150, 800, 'kg')");
  says("3,000円/人", "3 kyen/person", "unitPrice(3000, 3, 'person')");
});

test("casualties are told by their kind", () =>
  says("死亡 13\u00a0人・軽傷 14\u00a0人", "13 dead, 14 slight", "people({deaths: 13, serious: 0, slight: 14})"));

test("the clock carries tenths of a second over", () => {
  says("0:01:00", "0:01:00", "clock(59.96)");
  says("3:23:55.4", "3:23:55.4", "clock(12235.4)");
  says("−0:00:05", "−0:00:05", "clock(-5)");
});
