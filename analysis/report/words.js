"use strict";
// Texts of the page in both languages.
const WORDS = {
  lead: {ja: "サイバー攻撃の一手から、通信・制御・物理・安全装置・人身被害・復旧・金額までを一つの計算で追い、IoTセキュリティ・セーフティ・フレームワークの2軸に置く。",
         en: "One computation from the attack step through message, controller, physics and safety system to harm, recovery and yen, placed on the two axes of the IoT Security and Safety Framework."},
  summary: {ja: "インシデント一覧", en: "Incidents"},
  incident: {ja: "インシデント", en: "Incident"}, happened: {ja: "起きたこと", en: "What happened"},
  harm: {ja: "人的被害", en: "Harm"}, loss: {ja: "損失額(全関係者、補償後)", en: "Loss (all parties, after compensation)"},
  mitigated: {ja: "対策後", en: "with measures"}, attacked: {ja: "対策前", en: "as attacked"},
  maps: {ja: "2軸へのマッピング(ステークホルダー別)", en: "The two axes, per stakeholder"},
  maphelp: {ja: "●=対策前、○=対策後(番号は一覧の番号。3aは3の対策後の1番目)。破線より左下の青い枠が目標とするリスクの水準。", en: "● before, ○ after countermeasures (numbers as in the table: 3a is the first variant of 3). Blue cells, within the dashed line, are within the target risk level."},
  axis1: {ja: "第1軸 回復困難性の度合い", en: "Axis 1: difficulty of recovery"}, axis2: {ja: "第2軸 経済的影響の度合い", en: "Axis 2: economic impact"},
  timeline: {ja: "時系列", en: "Time line"}, plots: {ja: "真値・{controller}から見た値・{operator}から見た値", en: "Truth, {controller}'s view, {operator}'s view"},
  truth: {ja: "真値", en: "truth"}, controller: {ja: "制御装置", en: "controller"}, operator: {ja: "運転員", en: "operator"},
  why: {ja: "位置づけとその理由", en: "Where it lies, and why"}, findings: {ja: "結果と根拠", en: "Consequences and their evidence"},
  recovery: {ja: "復旧プロジェクト", en: "Recovery project"}, ledger: {ja: "損失の台帳(複式)", en: "Ledger (double entry)"},
  repro: {ja: "再現性", en: "Reproducibility"}, none: {ja: "なし", en: "none"}, inside: {ja: "目標内", en: "within target"}, outside: {ja: "目標外", en: "outside target"},
  from: {ja: "負担", en: "from"}, to: {ja: "先", en: "to"}, quantity: {ja: "数量", en: "quantity"}, price: {ja: "単価", en: "unit price"}, amount: {ja: "金額", en: "amount"},
  item: {ja: "項目", en: "item"}, source: {ja: "出典", en: "source"}, law: {ja: "用いた法則", en: "law used"}, subject: {ja: "対象", en: "subject"}, evidence: {ja: "根拠", en: "evidence"},
  party: {ja: "関係者", en: "party"}, own: {ja: "自らの損失", en: "own loss"}, paid: {ja: "支払う補償", en: "compensation paid"}, gross: {ja: "補償の受取前", en: "before compensation received"}, received: {ja: "受け取る補償", en: "compensation received"}, net: {ja: "補償後", en: "after compensation"},
  ends: {ja: "の終了", en: " ends"}, days: {ja: "日", en: "d"}, to95: {ja: "95 %回復まで", en: "95 % again after"}, irreversible: {ja: "元に戻らないもの", en: "cannot be undone"},
  events: {ja: "全イベント", en: "all events"}, probability: {ja: "セルごとの確率", en: "probability per cell"}, samples: {ja: "標本数", en: "samples"},
  more: {ja: "ほかのイベントの種類:", en: "further kinds of events:"}, critical: {ja: "クリティカルパス", en: "critical path"}, recoveryaxis: {ja: "横軸:記録の開始からの日数。棒の数字:所要時間(終わる時)", en: "days since the start of the run; at a bar: how long it takes (when it ends)"}, until: {ja: "{t}まで", en: "until {t}"}, found: {ja: "記録の終了時({t})に発見したとみなす。復旧はその時から始まる", en: "found at the end of the recording ({t}), when recovery begins"},
  servicelevel: {ja: "緑:サービスの水準(上端が通常の100 %)", en: "green: level of a service (top: 100 % of normal)"}, lowest: {ja: "最低", en: "lowest"},
  common: {ja: "共通", en: "for all"}, duties: {ja: "法令等による扱い", en: "What laws and rules ask for"}, failed: {ja: "失敗した標本", en: "failed samples"},
  outsideshare: {ja: "目標外の確率", en: "outside the target"}, edges: {ja: "帯は同種の計器の最小〜最大。縦線:攻撃(朱)・故障(紫)・運用(灰)・対策(緑)の開始。点線は終了", en: "bands: lowest to highest of instruments of one kind; vertical lines: attack (vermilion), fault (purple), operation (grey) or countermeasure (green) starts; dotted: stops"},
  loss1: {ja: "損失額", en: "loss"}, recoverdays: {ja: "復旧日数", en: "days to recover"}, seed: {ja: "シード", en: "seed"}, sample: {ja: "標本", en: "sample"},
  side_attack: {ja: "攻撃", en: "attack"}, side_fault: {ja: "故障", en: "fault"}, side_operation: {ja: "運用", en: "operation"}, side_countermeasure: {ja: "対策", en: "countermeasure"},
  side_people: {ja: "人の行動", en: "people"}, side_protection: {ja: "警報・保護", en: "alarms and protection"}, side_process: {ja: "物理・通信", en: "process and network"},
  measures: {ja: "対策の費用と効果", en: "Countermeasures: cost and benefit"}, measure: {ja: "対策", en: "countermeasure"}, requirement: {ja: "要求事項", en: "requirement"}, once: {ja: "初期費用", en: "once"}, yearly: {ja: "年間費用", en: "per year"}, sum: {ja: "計", en: "sum"}, without: {ja: "対策なし", en: "without"}, withthem: {ja: "対策あり", en: "with"}, less: {ja: "差", en: "difference"},
  cut: {ja: "途中で終了:判定はここまでの記録による", en: "Ended early; judged by what was recorded until"}, asrun: {ja: "結果", en: "the run"},
  others: {ja: "上記以外の受け手", en: "Received by others"}, gain: {ja: "受け取る補償が自らの損失を上回る。合計では損失0とする。最大の支払い", en: "receives more than it lost, and counts as no loss in the sum; greatest payment"},
  greatest: {ja: "最大", en: "greatest"}, limit: {ja: "しきい値", en: "limit"}, spared: {ja: "起きなかった:", en: "did not come about:"},
  criteria: {ja: "位置づけの基準", en: "Criteria of the levels"}, axis: {ja: "軸", en: "axis"}, level: {ja: "レベル", en: "level"}, fact: {ja: "指標", en: "fact"}, atleast: {ja: "以上", en: "from"}, meaning: {ja: "意味", en: "meaning"},
  beforestart: {ja: "攻撃開始から", en: "attack +"}, lines: {ja: "仕訳明細", en: "all lines"}, path: {ja: "攻撃経路", en: "Attack path"}, arrives: {ja: "到達まで", en: "after"}, likelihood: {ja: "起こりやすさ", en: "likelihood"}, buildson: {ja: "前段:", en: "builds on:"}, contents: {ja: "目次", en: "Contents"}, info: {ja: "参考額(損失に加えない)", en: "for information, not added"}, accident: {ja: "事故分類", en: "accident class"},
};
// What an intervention does, after its tag in the scenario; {value} and the like are its amounts. A
// part in brackets is told if they are known.
const OVERRIDE = {attack: {ja: "を[{value}に]書換え", en: "overridden[ with {value}]"}, fault: {ja: "が[{value}に]変化", en: "changed[ to {value}]"}, operation: {ja: "を[{value}に]設定", en: "set[ to {value}]"}, countermeasure: {ja: "を[{value}に]設定", en: "set[ to {value}]"}};
const EFFECTS = {bias: {ja: "に[{by}の]バイアス", en: "biased[ by {by}]"}, scale: {ja: "を[{by}倍に]倍率変更", en: "scaled[ by {by}]"},
  ramp: {ja: "を徐々に変化[({rate}、最大{limit})]", en: "ramped[ by {rate}, at most {limit}]"}, hold: {ja: "を固定", en: "frozen"}, replay: {ja: "に過去の値を再生[({window})]", en: "replayed[ from the last {window}]"}, clamp: {ja: "を[{low}〜{high}に]制限", en: "limited[ to {low} to {high}]"},
  rate_limit: {ja: "の変化速度を[{rate}に]制限", en: "limited in rate[ to {rate}]"}, quantise: {ja: "を[{step}刻みに]量子化", en: "quantised[ by {step}]"}, noise: {ja: "に雑音[(標準偏差{deviation})]", en: "made noisy[ by {deviation}]"}, drop_out: {ja: "が欠測", en: "drops out"},
  drop: {ja: "のメッセージを破棄", en: "dropped"}, delay: {ja: "を[{by}]遅延", en: "delayed[ by {by}]"}, jitter: {ja: "に揺らぎ[(最大{up_to})]", en: "jittered[ by up to {up_to}]"}, duplicate: {ja: "を重複", en: "duplicated"},
  reorder: {ja: "の順序を入替え[({by})]", en: "reordered[ by {by}]"}, replay_messages: {ja: "に過去の通信を再生[({window})]", en: "replayed[ from the last {window}]"}, tamper: {ja: "を改ざん", en: "tampered with"},
  flood: {ja: "に大量送信[({rate})]", en: "flooded[ with {rate}]"}, authenticate: {ja: "を認証", en: "authenticated"}, block: {ja: "を遮断", en: "blocked"}, turn_off: {ja: "を停止", en: "turned off"},
  slow: {ja: "を低速化[(処理時間{factor}倍)]", en: "slowed[ {factor} times]"}, isolate: {ja: "を隔離", en: "isolated"}, encrypt: {ja: "を暗号化", en: "encrypted"}, restart: {ja: "を再起動[(停止{off_for})]", en: "restarted[, off for {off_for}]"},
  replace_logic: {ja: "のロジックを差替え[({logic})]", en: "logic replaced[ ({logic})]"}, copy_out: {ja: "からデータを持ち出し[({rate})]", en: "has its data copied[ at {rate}]"},
  harden: {ja: "を堅牢化[(攻撃の成功率{success_factor}倍)]", en: "hardened[ (attacks succeed {success_factor} times as often)]"}, monitor: {ja: "を監視[(検知率{detection})]", en: "monitored[ (noticed at {detection})]"}};
// Units as a scenario writes them and as people read them.
const UNITS = {degC: "°C", min: {ja: "分", en: "min"}, h: {ja: "時間", en: "h"}, d: {ja: "日", en: "d"}, s: {ja: "秒", en: "s"}, "1/h": {ja: "/時", en: "per hour"}};
const LINKS = {lost: {ja: "との通信が途絶", en: " falls silent"}, back: {ja: "との通信が回復", en: " is heard again"}};
// How a step of the attack path ended.
const RESULTS = {reached: {ja: "✓ 到達", en: "✓ reached"}, impossible: {ja: "✕ 到達不能", en: "✕ impossible"}, failed: {ja: "✕ 失敗", en: "✕ failed"}, detected: {ja: "✕ 検知", en: "✕ detected"}, not_tried: {ja: "– 未試行", en: "– not tried"}};
// Why a step passes or does not, in the words of the reachability rules: $1 and $2 are names.
const REASONS = [
  [/^rule (\S+) is (?:blocked|closed)$/, {ja: "「$1」は遮断", en: "blocked: $1"}, "rule."], [/^rule (\S+)$/, {ja: "「$1」を通過", en: "passes: $1"}, "rule."],
  [/^inside zone (\S+)$/, {ja: "$1ゾーン内で到達可能", en: "within the zone $1"}], [/^inside (\S+)$/, {ja: "$1の内部", en: "within $1"}],
  [/^step (\S+) was not reached$/, {ja: "先の段階「$1」に未到達", en: "not reached before: $1"}, "step"],
  [/^needs (\S+)(.*)$/, {ja: "前提($1$2)が不成立", en: "not so: $1$2"}], [/^(\S+) was not reached$/, {ja: "$1に未到達", en: "$1 was not reached"}],
  [/^(\S+) is off$/, {ja: "$1は停止中", en: "$1 is off"}], [/^(\S+) is isolated$/, {ja: "$1は隔離中", en: "$1 is isolated"}],
  [/^no links join (\S+) and (\S+)$/, {ja: "$1と$2を結ぶ回線なし", en: "no links join $1 and $2"}],
  [/^no rule lets '(\S+)' pass from (\S+) to (\S+)$/, {ja: "$2から$3への $1 を許す規則なし", en: "no rule lets '$1' pass from $2 to $3"}]];
// A step of the way in as it is told, its technique if nothing tells it.
const stepName = (id, path) => t(path.find((p) => p.id === id)?.what ?? id);
function passed(reason, path = []) {
  for (const [pattern, text, kind = ""] of REASONS) {
    const found = pattern.exec(reason);
    if (found && kind === "step") return t(text).replace("$1", () => stepName(found[1], path));
    if (found) return t(text).replace(/\$(\d)/g, (_, i) => /^[\w.>:-]+$/.test(found[i]) ? pointName(kind + found[i]) : found[i]);
  }
  return phrase(reason);
}
// Laws of harm by the names of their authors.
const LAWS = {moritz_henriques: "Moritz–Henriques", henriques: "Henriques", revised_baux: "revised Baux", coburn_forster_kane: "Coburn–Forster–Kane", cohb_tolerance: {ja: "COHbの耐性分布", en: "tolerance to COHb"},
  isentropic: {ja: "等エントロピー膨張", en: "isentropic expansion"}, kingery_bulmash: "Kingery–Bulmash", head_tno: {ja: "TNO(頭部衝撃)", en: "TNO, head impact"}, lung_tno: {ja: "TNO(肺損傷)", en: "TNO, lung"},
  collapse_tno: {ja: "TNO(建物倒壊)", en: "TNO, collapse"}, major_damage_tno: {ja: "TNO(大破)", en: "TNO, major damage"}, minor_damage_tno: {ja: "TNO(小破)", en: "TNO, minor damage"}, eardrum_tno: {ja: "TNO(鼓膜)", en: "TNO, eardrum"},
  glass_eisenberg: {ja: "Eisenberg(ガラス)", en: "Eisenberg, glass"}, ccps: "CCPS", tsao_perry: "Tsao–Perry", tno_second_degree: {ja: "TNO(II度)", en: "TNO, second degree"}, tno_first_degree: {ja: "TNO(I度)", en: "TNO, first degree"},
  two_mass_contact: {ja: "2質点ばねモデル", en: "two masses and a spring"}, prasad_mertz: "Prasad–Mertz", nhtsa_lognormal: {ja: "NHTSA(対数正規)", en: "NHTSA, lognormal"}, neal_sturgess: "Neal-Sturgess", iso_ts_15066: "ISO/TS 15066",
  force_tolerance: {ja: "骨折耐性", en: "tolerance to force"}, jarus_critical_area: {ja: "JARUSの危険面積", en: "critical area of JARUS"}, kinetic_energy_criterion: {ja: "運動エネルギー基準", en: "criterion of kinetic energy"},
  dalamagkidis: "Dalamagkidis", japanese_lost_days: {ja: "労働損失日数(日本)", en: "lost days, Japan"}};
const lawName = (name) => t(LAWS[name] ?? name.replaceAll("_", " "));
// Accounts outside the site that the ledger knows.
const ACCOUNTS = {suppliers: {ja: "調達先", en: "suppliers"}, experts: {ja: "専門家", en: "experts"}, customers: {ja: "顧客", en: "customers"},
  insurers: {ja: "保険会社", en: "insurers"}, data_subjects: {ja: "個人情報の本人", en: "persons in the data"}, hospitals: {ja: "病院", en: "hospitals"},
  employees: {ja: "従業員", en: "employees"}, competitors: {ja: "競合他社", en: "competitors"}, destroyed: {ja: "(失われた価値)", en: "(value that is gone)"}};
let lang = "ja";
const w = (key) => WORDS[key][lang];
// Whose view a curve is, as the use case calls them: a pilot in place of an operator.
const viewName = (view) => t(here.site.names["view." + view] ?? WORDS[view]);
const inViews = (text) => text.replace(/\{(\w+)\}/g, (_, view) => viewName(view));
const colon = () => lang === "ja" ? ":" : ": ";
const t = (text) => typeof text === "string" ? text : (text?.[lang] || text?.ja || text?.en || "");
const esc = (s) => String(s).replace(/[&<>"]/g, (c) => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}[c]));
// What people call a point, a host, a rule: its own word, else its device's word and its tag.
function pointName(id) {
  const names = here.site.names, [from, to] = id.replace(/:.*/, "").split("->");
  if (names[id]) return t(names[id]);
  if (to) return `${pointName(from)} → ${pointName(to)}`;
  const dot = id.indexOf("."), host = id.slice(0, dot), tag = id.replace(/\.reading$/, "");
  return dot > 0 && names[host] ? `${t(names[host])} ${tag.slice(dot + 1)}` : tag;
}
// What other data say in English only, in the language of the page if somebody put it so.
const phrase = (text) => (lang === "ja" && here.phrases[text]) || text;
const ALARM = /^priority (\d+)(, first out)?$/, LINK = /^(.+)\.link\.(.+)\.(lost|back)$/;
// What an event says beyond its text: of an intervention why it is so.
function eventDetail(e, run) {
  const alarm = ALARM.exec(e.detail);
  if (e.detail.startsWith("!")) return phrase(actOf(e, run)?.source ?? "");
  if (alarm) return lang === "ja" ? `優先度${alarm[1]}${alarm[2] ? "、" + phrase("first out") : ""}` : e.detail;
  const put = passed(e.detail, run.path);
  return put !== e.detail || here.phrases[e.detail] || e.detail.includes(" ") ? put : pointName(e.detail);
}
// "60 degC" as people read it; a distribution or a name stays as it is.
function amountText(written) {
  const found = /^([-+]?[\d.]+(?:e[-+]?\d+)?) ?(.*)$/.exec(written);
  if (!found) return phrase(written);
  const value = Number(found[1]), rate = /^(bytes)\/s$/.exec(found[2]);
  if (rate) return `${quantity(value, rate[1])}/s`;
  const unit = t(UNITS[found[2]] ?? found[2]).replace(/^(k|M|G)?bytes/, "$1B");
  return joined(num(value), unit);
}
const filled = (text, amounts) => text.replace(/\[(.*?)\]/g, (_, part) =>
  [...part.matchAll(/\{(\w+)\}/g)].every(([, key]) => amounts[key]) ? part.replace(/\{(\w+)\}/g, (_, key) => amountText(amounts[key])) : "");
// What an intervention does to its point: " overridden with 60 °C", or " → off" where words say so.
function actText(side, effect, act) {
  const inside = effect === "tamper" && act, word = effect === "override" && here.site.values[act?.point]?.[act?.amounts.value];
  if (word) return ` → ${t(word)}`;
  const does = (lang === "ja" ? "" : " ") + filled(t((effect === "override" ? OVERRIDE[side] : EFFECTS[effect]) ?? effect), act?.amounts ?? {});
  const target = inside && here.site.names[act.point] ? pointName(act.point) : "";
  return inside ? `${does} (${(target + actText(side, act.effect, act)).trim()})` : does;
}
const actOf = (e, run) => run.acts[e.name.replace(/\.(start|stop)$/, "")];
// When an event was: in the run, but a step of the way in, which came before, since the attack began.
function momentOf(e, run) {
  const step = e.name.startsWith("path.") && run.path.find((p) => p.id === e.name.split(".")[1]);
  return !step ? clock(e.t) : step.result === "reached" ? `${w("beforestart")} ${quantity(step.arrival_s, "s")}` : "–";
}
// An intervention reads "attack: PT-101.reading frozen", a link by its ends, a step of the way in as
// the path tells it; other events have words of their own.
function eventText(e, run) {
  const found = /^!(\w+) on (.+?)(?: \(([\w-]+)\))?$/.exec(e.detail), parts = e.name.split("."), link = LINK.exec(e.name);
  if (found && WORDS["side_" + parts[0]]) {
    const [, effect, point, technique] = found, does = actText(parts[0], effect, actOf(e, run));
    // What ends stands in front: behind "door → open" a verb would read as part of the value.
    const ends = parts.at(-1) === "stop" ? w("ends") : "";
    return `${w("side_" + parts[0])}${ends}${colon()}${pointName(point)}${does}${technique ? ` (${technique})` : ""}`;
  }
  if (e.shown) return t(e.text);
  const step = parts[0] === "path" ? run.path.find((p) => p.id === parts[1]) : null;
  if (step) return `${t(step.what)} ${t(RESULTS[parts[2]] ?? parts[2])}`;
  return link ? `${pointName(link[1])}: ${pointName(link[2])}${t(LINKS[link[3]])}` : "";
}
