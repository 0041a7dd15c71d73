"use strict";
// Numbers and texts of the report's page, by the page's own code: node --test page_test.js
const test = require("node:test"), assert = require("node:assert");
const fs = require("node:fs"), path = require("node:path"), vm = require("node:vm");

// The page's parts that need no document, in one context, with the page's language and a site.
const folder = path.join(__dirname, "../../analysis/report");
const site = {names: {heater: {ja: "給湯器", en: "heater"}, fuse: {ja: "温度ヒューズ", en: "thermal fuse"}, order: {ja: "温度指示", en: "ordered temperature"}},
  values: {fuse: {"0": {ja: "なし", en: "bridged"}}}};
const page = vm.createContext({here: {site, phrases: {assumption: "仮定"}}});
vm.runInContext(["words.js", "numbers.js", "draw.js", "measures.js"].map((f) => fs.readFileSync(path.join(folder, f), "utf8")).join("\n"), page);
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
  says("9,876円", "9,876 yen", "yen(9876)");
  says("1.235万円", "12,350 yen", "yen(12345.6)");  // not 1万円
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
  says("1件", "1 event", "quantity(1, 'event')");
  says("3人", "3 persons", "quantity(3, 'person')");
  says("30日", "30 days", "quantity(30, 'day')");
  says("20,000", "20,000", "quantity(20000, '1')");
  says("20,000台", "20,000 units", "quantity(20000, 'unit')");
  says("10時間", "10 h", "quantity(36000, 's')");
});

// 62.5 t at 150 yen a kilogram: the line must multiply out as it stands, 62.5 x 150,000 yen = 9.375 Myen.
test("the price beside a quantity is the price of its unit", () => {
  says("15万円/t", "150,000 yen/t", "unitPrice(150, 62500, 'kg')");
  says("150円/kg", "150 yen/kg", "unitPrice(150, 800, 'kg')");
  says("3,000円/人", "3,000 yen/person", "unitPrice(3000, 3, 'person')");
});

// 0.01 of one asset of 80 Myen; a hundredth of a year is no share of a thing.
test("a part of one thing is told as its share of the whole price", () => {
  says("1 %", "1 %", "quantity(0.01, 'asset')");
  says("8,000万円", "of 80 Myen", "unitPrice(80e6, 0.01, 'asset')");
  says("1式", "1 asset", "quantity(1, 'asset')");
  says("0.01年", "0.01 years", "quantity(0.01, 'year')");
});

test("one is one of them, also where rounding makes it so", () => {
  says("1人", "1 person", "quantity(1, 'person')");
  says("1人", "1 person", "quantity(0.99999, 'person')");
});

test("a link names an incident or a variant, by number or by letter", () => {
  const target = (hash) => said("en", `JSON.stringify(targetOf("${hash}"))`);
  assert.strictEqual(target("#run-3"), '{"id":"run-3","tab":0}');
  assert.strictEqual(target("#run-12.2"), '{"id":"run-12","tab":2}');
  assert.strictEqual(target("#run-3a"), '{"id":"run-3","tab":1}');
  assert.strictEqual(target("#chapter-1"), '{"tab":0}');
});

test("the clock carries tenths of a second over", () => {
  says("0:01:00", "0:01:00", "clock(59.96)");
  says("3:23:55.4", "3:23:55.4", "clock(12235.4)");
  says("−0:00:05", "−0:00:05", "clock(-5)");
});

// The event of an edge, with what its scenario says of it.
function edge(name, detail, act) {
  page.event = {name, detail, shown: true, t: 0};
  page.run = {path: [], acts: {[name.replace(/\.(start|stop)$/, "")]: act}};
  return "eventText(event, run)";
}

test("an intervention says how much", () => {
  says("攻撃:温度指示を60 °Cに書換え (T0831)", "attack: ordered temperature overridden with 60 °C (T0831)",
    edge("attack.a.start", "!override on order (T0831)", {effect: "override", point: "order", amounts: {value: "60 degC"}, source: ""}));
  says("故障:温度指示が−12 °Cに変化", "fault: ordered temperature changed to −12 °C",
    edge("fault.a.start", "!override on order", {effect: "override", point: "order", amounts: {value: "-12 degC"}, source: ""}));
  says("攻撃の終了:温度指示に50 Kのバイアス", "attack ends: ordered temperature biased by 50 K",
    edge("attack.a.stop", "!bias on order", {effect: "bias", point: "order", amounts: {by: "50 K"}, source: ""}));
  says("攻撃:給湯器を改ざん (温度指示を60 °Cに書換え)", "attack: heater tampered with (ordered temperature overridden with 60 °C)",
    edge("attack.a.start", "!tamper on heater", {effect: "override", point: "order", amounts: {value: "60 degC"}, source: ""}));
});

test("a value that has a word is told by it, and not by its number", () =>
  says("対策:温度ヒューズ → なし (MR-05)", "countermeasure: thermal fuse → bridged (MR-05)",
    edge("countermeasure.a.start", "!override on fuse (MR-05)", {effect: "override", point: "fuse", amounts: {value: "0"}, source: ""})));

// "door → open ends" would read as a value: what ends stands in front. Ordinary work is no fault.
test("ordinary work is an operation, and its end reads with any value", () => {
  says("運用の終了:温度ヒューズ → なし", "operation ends: thermal fuse → bridged",
    edge("operation.a.stop", "!override on fuse", {effect: "override", point: "fuse", amounts: {value: "0"}, source: ""}));
  says("運用:温度指示を55 °Cに設定", "operation: ordered temperature set to 55 °C",
    edge("operation.a.start", "!override on order", {effect: "override", point: "order", amounts: {value: "55 degC"}, source: ""}));
  assert.strictEqual(said("en", "isEdge({name: 'operation.a.stop'})"), true);
});

test("an amount that the scenario leaves out leaves no hole", () => {
  says("対策:給湯器を堅牢化", "countermeasure: heater hardened", edge("countermeasure.a.start", "!harden on heater", {effect: "harden", point: "heater", amounts: {}, source: ""}));
  says("攻撃:給湯器に大量送信(500 MB/s)", "attack: heater flooded with 500 MB/s", edge("attack.a.start", "!flood on heater", {effect: "flood", point: "heater", amounts: {rate: "500 Mbytes/s"}, source: ""}));
});

test("an intervention names its source", () => {
  edge("attack.a.start", "!hold on order", {effect: "hold", point: "order", amounts: {}, source: "assumption"});
  says("仮定", "assumption", "eventDetail(event, run)");
});

// A step of the way in was before the run: 0:00:00 would be wrong.
test("a step of the attack path is told by the time since the attack began", () => {
  page.run = {path: [{id: "phish", result: "reached", arrival_s: 20 * 86400}], acts: {}};
  says("攻撃開始から 20日", "attack + 20 d", "momentOf({name: 'path.phish.reached', t: 0}, run)");
  says("0:00:05", "0:00:05", "momentOf({name: 'board.error', t: 5}, run)");
});

// Beside the benefit: the loss of all parties without and with the countermeasures.
test("a variant says what its countermeasures cost and what they spare", () => {
  const act = (cost_yen, cost_yen_per_year) => ({effect: "authenticate", point: "order", amounts: {}, measure: "MR-05", cost_yen, cost_yen_per_year, source: "assumption"});
  page.before = {acts: {}, outcome: {total_loss_yen: 372e6}};
  page.run = {acts: {"attack.a": act(0, 0), "countermeasure.a": act(2e6, 3e5), "countermeasure.b": act(0, 2e5)}, outcome: {total_loss_yen: 4e6}};
  const html = said("en", "measures(run, before)");
  for (const told of ["ordered temperature authenticated", "MR-05", "2 Myen", "300,000 yen", "500,000 yen", "372 Myen", "4 Myen", "368 Myen"]) {
    assert.ok(html.includes(told), `${told} in ${html}`);
  }
  assert.strictEqual(html.match(/<tr>/g).length, 4);  // head, two countermeasures, sum
  assert.ok(said("ja", "measures(run, before)").includes("仮定"));
  assert.strictEqual(said("en", "measures(before, before)"), "");
  delete page.run.acts["countermeasure.a"], delete page.run.acts["countermeasure.b"];
  assert.strictEqual(said("en", "measures(run, before)"), "");
});

test("a step that comes after another names it by what it does", () => {
  page.path = [{id: "listen", what: {ja: "盗聴", en: "listens"}}];
  says("先の段階「盗聴」に未到達", "not reached before: listens", "passed('step listen was not reached', path)");
  says("給湯器に未到達", "heater was not reached", "passed('heater was not reached', path)");
});

test("a legend takes the word of the use case for who looks", () => {
  says("運転員", "operator", "viewName('operator')");
  site.names["view.operator"] = {ja: "操縦者", en: "pilot"};
  says("真値・制御装置から見た値・操縦者から見た値", "Truth, controller's view, pilot's view", "inViews(w('plots'))");
  delete site.names["view.operator"];
});

test("a bar of the recovery says how long its task takes and when it ends", () =>
  says("3日 (12日まで)", "3 d (until 12 d)", "barText(3 * 86400, 12 * 86400)"));

test("a long label is broken between words and loses nothing", () => {
  const lines = said("en", "broken('compare programs and settings with what was delivered', 30, 3)");
  assert.deepStrictEqual([...lines], ["compare programs and settings", "with what was delivered"]);
  const japanese = said("ja", "broken('完成車ラインの再開、SCADA-1の検査。', 12, 4)");
  assert.strictEqual(japanese.join(""), "完成車ラインの再開、SCADA-1の検査。");
  for (const line of japanese) assert.ok(!/^[、。]/.test(line), line);
  assert.ok(japanese.some((line) => line.includes("SCADA-1")));
});

// A saw-tooth of 200 teeth is a carpet, a level that shakes by a hundredth of its range is a curve.
test("a curve that goes to and fro is drawn thinly", () => {
  page.teeth = Array.from({length: 400}, (_, i) => i % 2);
  page.calm = Array.from({length: 400}, (_, i) => i / 400 + (i % 2) / 100);
  assert.strictEqual(said("en", "swings(teeth)"), 398);
  assert.strictEqual(said("en", "swings(calm)"), 0);
  assert.strictEqual(said("en", "styled({series: [{view: 'truth', names: ['p'], v: teeth}]})[0].style.borderWidth"), .5);
  assert.strictEqual(said("en", "styled({series: [{view: 'truth', names: ['p'], v: calm}]})[0].style.borderWidth"), 4.5);
});

test("the time line has round steps, at most eight", () => {
  for (const [span, step] of [[60, 10], [3600, 600], [36000, 7200], [86400, 10800], [30 * 86400, 432000]]) {
    assert.strictEqual(said("en", `roundStep(${span})`), step);
  }
});

const plot = (values, limits = []) => ({point: "p", unit: "K", series: [{view: "truth", names: ["p"], v: values}], limits});
test("a variant keeps the plot that moves in its incident, on the same axis", () => {
  page.runs = [{plots: [plot([1, 9, null])]}, {plots: [plot([2, 2, 2], [{v: 12}, {v: 400}])]}];
  vm.runInContext("share(runs)", page);
  assert.strictEqual(page.runs[1].plots[0].shown, true);
  assert.deepStrictEqual([...page.runs[1].plots[0].range], [1, 12]);  // 400 would flatten both
  assert.deepStrictEqual([...page.runs[0].plots[0].range], [1, 12]);
  page.runs = [{plots: [plot([2, 2])]}];
  vm.runInContext("share(runs)", page);
  assert.strictEqual(page.runs[0].plots[0].shown, false);
});

test("a quantity that is below zero by its noise only has an axis from zero on", () => {
  const axis = (range) => ({...said("en", `lowest([${range}])`)});
  assert.deepStrictEqual(axis("-0.1, 100"), {min: 0});
  assert.deepStrictEqual(axis("-20, 100"), {suggestedMin: -20});
  assert.deepStrictEqual(axis("800, 1200"), {suggestedMin: 800});
});
