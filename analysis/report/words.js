"use strict";
// Texts of the page in both languages.
const WORDS = {
  lead: {ja: "サイバー攻撃の一手から、通信・制御・物理・安全装置・人身被害・復旧・金額までを一つの計算で追い、IoTセキュリティ・セーフティ・フレームワークの2軸に置く。",
         en: "One computation from the attack step through message, controller, physics and safety system to harm, recovery and yen, placed on the two axes of the IoT Security and Safety Framework."},
  summary: {ja: "インシデント一覧", en: "Incidents"},
  incident: {ja: "インシデント", en: "Incident"}, happened: {ja: "物理的に起きたこと", en: "What happened physically"},
  harm: {ja: "人的被害", en: "Harm"}, loss: {ja: "損失額(全関係者)", en: "Loss (all parties)"},
  mitigated: {ja: "対策後", en: "with measures"}, attacked: {ja: "対策前", en: "as attacked"},
  maps: {ja: "2軸へのマッピング(ステークホルダー別)", en: "The two axes, per stakeholder"},
  maphelp: {ja: "●=対策前、○=対策後(番号は一覧の番号)。破線より左下の青い枠が目標とするリスクの水準。", en: "● before, ○ after countermeasures (numbers as in the table). Blue cells, within the dashed line, are within the target risk level."},
  axis1: {ja: "第1軸 回復困難性の度合い", en: "Axis 1: difficulty of recovery"}, axis2: {ja: "第2軸 経済的影響の度合い", en: "Axis 2: economic impact"},
  timeline: {ja: "時系列", en: "Time line"}, plots: {ja: "真値・制御装置から見た値・運転員から見た値", en: "Truth, controller's view, operator's view"},
  truth: {ja: "真値", en: "truth"}, controller: {ja: "制御装置", en: "controller"}, operator: {ja: "運転員", en: "operator"},
  why: {ja: "位置づけとその理由", en: "Where it lies, and why"}, findings: {ja: "結果と根拠", en: "Consequences and their evidence"},
  recovery: {ja: "復旧プロジェクト", en: "Recovery project"}, ledger: {ja: "損失の台帳(複式)", en: "Ledger (double entry)"},
  repro: {ja: "再現性", en: "Reproducibility"}, none: {ja: "なし", en: "none"}, inside: {ja: "目標内", en: "within target"}, outside: {ja: "目標外", en: "outside target"},
  deaths: {ja: "死亡", en: "dead"}, serious: {ja: "重傷", en: "serious"}, slight: {ja: "軽傷", en: "slight"}, expected: {ja: "期待値", en: "expected"},
  from: {ja: "負担", en: "from"}, to: {ja: "先", en: "to"}, quantity: {ja: "数量", en: "quantity"}, price: {ja: "単価", en: "unit price"}, amount: {ja: "金額", en: "amount"},
  item: {ja: "項目", en: "item"}, source: {ja: "出典", en: "source"}, law: {ja: "用いた法則", en: "law used"}, subject: {ja: "対象", en: "subject"}, evidence: {ja: "根拠", en: "evidence"},
  party: {ja: "関係者", en: "party"}, own: {ja: "自らの損失", en: "own loss"}, paid: {ja: "支払う補償", en: "compensation paid"}, received: {ja: "受け取る補償", en: "compensation received"}, net: {ja: "補償後", en: "after compensation"},
  task: {ja: "作業", en: "task"}, days: {ja: "日", en: "d"}, to95: {ja: "95 %回復まで", en: "to 95 %"}, irreversible: {ja: "元に戻らないもの", en: "cannot be undone"},
  events: {ja: "全イベント", en: "all events"}, probability: {ja: "セルごとの確率", en: "probability per cell"}, samples: {ja: "標本数", en: "samples"},
  more: {ja: "ほかのイベントの種類:", en: "further kinds of events:"}, critical: {ja: "クリティカルパス(横軸は発生からの日数)", en: "critical path (days since the incident)"},
  common: {ja: "共通", en: "for all"}, duties: {ja: "法令等による扱い", en: "What laws and rules ask for"}, failed: {ja: "失敗した標本", en: "failed samples"},
  outsideshare: {ja: "目標外の確率", en: "outside the target"}, edges: {ja: "縦線:攻撃(朱)・対策(緑)の開始。点線は終了", en: "vertical lines: attack (vermilion) or countermeasure (green) starts; dotted: stops"},
  loss1: {ja: "損失額", en: "loss"}, recoverdays: {ja: "復旧日数", en: "days to recover"}, seed: {ja: "シード", en: "seed"}, sample: {ja: "標本", en: "sample"},
  side_attack: {ja: "攻撃", en: "attack"}, side_fault: {ja: "故障", en: "fault"}, side_countermeasure: {ja: "対策", en: "countermeasure"},
  side_people: {ja: "人の行動", en: "people"}, side_protection: {ja: "警報・保護", en: "alarms and protection"}, side_process: {ja: "物理・通信", en: "process and network"},
  cut: {ja: "途中で終了:判定はここまでの記録による", en: "Ended early; judged by what was recorded until"}, asrun: {ja: "結果", en: "the run"},
  others: {ja: "上記以外の受け手", en: "Received by others"}, pain: {ja: "慰謝料は金額に表せない苦痛への償いであり、苦痛は損失に数えない。このため補償後が負になることがある。", en: "Pain money answers for suffering, which no loss here counts; so a loss after compensation may be negative."},
  lines: {ja: "仕訳明細", en: "all lines"}, path: {ja: "攻撃経路", en: "Attack path"}, arrives: {ja: "到達まで", en: "after"}, likelihood: {ja: "起こり易さ", en: "likelihood"}, contents: {ja: "目次", en: "Contents"}, info: {ja: "参考額(損失に加えない)", en: "for information, not added"}, accident: {ja: "事故分類", en: "accident class"},
};
// What an intervention does, after its tag in the scenario.
const EFFECTS = {override: {ja: "を上書き", en: "overridden"}, bias: {ja: "にバイアス", en: "biased"}, scale: {ja: "を倍率変更", en: "scaled"},
  ramp: {ja: "を徐々に変化", en: "ramped"}, hold: {ja: "を固定", en: "frozen"}, replay: {ja: "に過去の値を再生", en: "replayed"}, clamp: {ja: "を制限", en: "clamped"},
  rate_limit: {ja: "の変化速度を制限", en: "limited in rate"}, quantise: {ja: "を量子化", en: "quantised"}, noise: {ja: "に雑音", en: "made noisy"}, drop_out: {ja: "が欠測", en: "drops out"},
  drop: {ja: "のメッセージを破棄", en: "dropped"}, delay: {ja: "を遅延", en: "delayed"}, jitter: {ja: "に揺らぎ", en: "jittered"}, duplicate: {ja: "を重複", en: "duplicated"},
  reorder: {ja: "の順序を入替え", en: "reordered"}, replay_messages: {ja: "に過去の通信を再生", en: "replayed"}, tamper: {ja: "を改ざん", en: "tampered with"},
  flood: {ja: "に大量送信", en: "flooded"}, authenticate: {ja: "を認証", en: "authenticated"}, block: {ja: "を遮断", en: "blocked"}, turn_off: {ja: "を停止", en: "turned off"},
  slow: {ja: "を低速化", en: "slowed"}, isolate: {ja: "を隔離", en: "isolated"}, encrypt: {ja: "を暗号化", en: "encrypted"}, restart: {ja: "を再起動", en: "restarted"},
  replace_logic: {ja: "のロジックを差替え", en: "logic replaced"}, copy_out: {ja: "から持ち出し", en: "copied out"}, harden: {ja: "を堅牢化", en: "hardened"}, monitor: {ja: "を監視", en: "monitored"}};
// How a step of the attack path ended.
const RESULTS = {reached: {ja: "✓ 到達", en: "✓ reached"}, impossible: {ja: "✕ 到達不能", en: "✕ impossible"}, failed: {ja: "✕ 失敗", en: "✕ failed"}, detected: {ja: "✕ 検知", en: "✕ detected"}, not_tried: {ja: "– 未試行", en: "– not tried"}};
// Why a step passes or does not, in the words of the reachability rules.
const PASSES = [[/^rule (.+) is (blocked|closed)$/, "通信規則 $1 は遮断"], [/^rule (.+)$/, "通信規則 $1 を通過"], [/^inside zone (.+)$/, "同一ゾーン($1)内"], [/^inside (.+)$/, "$1 の内部"],
  [/^needs (.+)$/, "必要条件 $1 が不成立"], [/^(.+) was not reached$/, "$1 に未到達"], [/^(.+) is off$/, "$1 は停止中"], [/^(.+) is isolated$/, "$1 は隔離"], [/^no links join (.+) and (.+)$/, "$1 と $2 を結ぶ回線なし"],
  [/^no rule lets '(.+)' pass from (.+) to (.+)$/, "$2 から $3 への $1 を許す規則なし"]];
function passed(reason) {
  const found = lang === "ja" ? PASSES.find(([pattern]) => pattern.test(reason)) : null;
  return found ? reason.replace(found[0], found[1]) : reason;
}
// Accounts outside the site that the ledger knows.
const ACCOUNTS = {suppliers: {ja: "調達先", en: "suppliers"}, experts: {ja: "専門家", en: "experts"}, customers: {ja: "顧客", en: "customers"},
  insurers: {ja: "保険会社", en: "insurers"}, data_subjects: {ja: "個人情報の本人", en: "persons in the data"}, hospitals: {ja: "病院", en: "hospitals"},
  employees: {ja: "従業員", en: "employees"}, competitors: {ja: "競合他社", en: "competitors"}, destroyed: {ja: "(失われた価値)", en: "(value that is gone)"}};
let lang = "ja";
const w = (key) => WORDS[key][lang];
const t = (text) => typeof text === "string" ? text : (text?.[lang] || text?.ja || text?.en || "");
const esc = (s) => String(s).replace(/[&<>"]/g, (c) => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}[c]));
function people(c) {
  return ["deaths", "serious", "slight"].filter((kind) => c[kind] > 0)
    .map((kind) => lang === "ja" ? `${w(kind)} ${num(c[kind])} 人` : `${num(c[kind])} ${w(kind)}`).join(lang === "ja" ? "・" : ", ");
}
// An intervention reads "attack: PT-101.reading frozen"; other events have words of their own.
function eventText(e) {
  const found = /^!(\w+) on (.+?)(?: \((\w+)\))?$/.exec(e.detail), parts = e.name.split(".");
  if (!found || !WORDS["side_" + parts[0]]) return t(e.text);
  const [, effect, point, technique] = found, does = t(EFFECTS[effect] ?? effect);
  const end = parts.at(-1) === "stop" ? (lang === "ja" ? "終了" : " ends") : "";
  return `${w("side_" + parts[0])}${lang === "ja" ? ":" : ": "}${here.site.names[point] ? t(here.site.names[point]) : point}${lang === "ja" ? "" : " "}${does}${end}${technique ? ` (${technique})` : ""}`;
}
