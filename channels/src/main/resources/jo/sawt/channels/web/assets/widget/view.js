// The nodes of one conversation.
import { day, el, prose, time } from "./format.js";

const FIELDS = new Set([
  "name", "summary", "overview", "documents", "fees", "duration", "steps", "conditions", "locations", "channels", "hours",
]);

/** One entry of the conversation, by whomever. */
export function entry(t, lang, message, onOption) {
  const mine = message.from === "citizen";
  const who = message.name || (mine ? t("you") : t(`from.${message.from}`));
  const bubble = el("div", { class: "bubble" }, prose(message.text));
  if (message.attachments?.length) bubble.append(files(t, lang, message.attachments));
  if (message.citations?.length) bubble.append(sources(t, lang, message.citations));
  const item = el(
    "li",
    { class: `entry ${mine ? "mine" : "theirs"} from-${message.from}`, "data-seq": message.seq },
    el("span", { class: mine ? "who hidden" : "who" }, who),
    bubble,
    el("time", { datetime: message.at, class: "at" }, time(message.at, lang)),
  );
  if (message.options?.length) item.append(options(t, message.options, onOption));
  return item;
}

/** What was sent and is not acknowledged yet. */
export function pending(t, item) {
  const text = item.type === "human" ? t("human.said") : (item.label ?? item.text);
  return el(
    "li",
    { class: "entry mine waiting", "data-client": item.clientId },
    el("span", { class: "who hidden" }, t("you")),
    el("div", { class: "bubble" }, prose(text ?? ""), ...(item.files ?? []).map(({ name }) => el("p", { class: "file", dir: "auto" }, name))),
    el("span", { class: "at" }, t("pending")),
  );
}

/** It was stored. */
export function settled(lang, node, seq) {
  node.classList.remove("waiting");
  node.dataset.seq = seq;
  node.querySelector(".at").replaceWith(el("time", { class: "at", datetime: new Date().toISOString() }, time(null, lang)));
}

/** It was refused: why, and a way to change it. */
export function failed(t, node, detail, onEdit) {
  node.classList.replace("waiting", "failed");
  const note = el("span", { class: "at" }, `${t("failed")}: ${detail}`);
  if (onEdit) note.append(" ", el("button", { type: "button", class: "link", click: onEdit }, t("edit")));
  node.querySelector(".at").replaceWith(note);
}

export function notice(text) {
  return el("li", { class: "entry notice" }, el("p", { dir: "auto" }, text));
}

// Links that save; the address is relative to wherever the server is.
function files(t, lang, all) {
  const list = el("ul", { class: "files", "aria-label": t("files") });
  for (const { name, url, size } of all) {
    const href = new URL(url.replace(/^\//, ""), new URL("..", import.meta.url)).href;
    const link = el("a", { href, download: name, dir: "auto" }, name);
    list.append(el("li", {}, link, " ", el("span", { class: "size" }, bytes(size, lang))));
  }
  return list;
}

export function bytes(size, lang) {
  const [value, unit] = size < 1_000_000 ? [Math.max(1, size / 1_000), "kilobyte"] : [size / 1_000_000, "megabyte"];
  const locale = lang === "ar" ? "ar-JO-u-nu-latn" : "en-GB";
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
}

function options(t, choices, onOption) {
  const group = el("div", { class: "options", role: "group", "aria-label": t("options") });
  for (const choice of choices) {
    group.append(el("button", { type: "button", dir: "auto", click: () => onOption(choice) }, choice.label));
  }
  return group;
}

// Fields of one record share a line: what was read, in which version, in force from when.
function sources(t, lang, citations) {
  const records = new Map();
  for (const citation of citations) {
    const key = `${citation.type}/${citation.id}/${citation.version}`;
    if (!records.has(key)) records.set(key, { citation, fields: new Set() });
    records.get(key).fields.add(FIELDS.has(citation.field) ? citation.field : "other");
  }
  const list = el("ul");
  for (const { citation, fields } of records.values()) {
    const name = el("cite", { dir: "auto", "data-record": `${citation.type}/${citation.id}` }, t("source.registry"));
    const read = [...fields].map((field) => t(`field.${field}`)).join(lang === "ar" ? "، " : ", ");
    const force = `${t("version", citation.version)} · ${t("effective", day(citation.effectiveFrom, lang))}`;
    list.append(el("li", {}, name, el("span", { class: "read" }, read), el("span", { class: "force" }, force)));
  }
  return el("div", { class: "sources" }, el("strong", {}, t("source")), list);
}
