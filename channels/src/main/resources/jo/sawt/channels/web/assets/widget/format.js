// Text to nodes and dates to words. Data becomes text nodes and attributes only, never markup.
const LINK = /https?:\/\/[^\s<>"'«»()،؛]+/gi;
const TRAILING = /[.,;:!?؟،؛)\]]+$/;

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      node.addEventListener(name, value);
    } else if (value === true) {
      node.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value);
    }
  }
  node.append(...children);
  return node;
}

/** The lines of a text as paragraphs and lists, each line with its own direction, links made links. */
export function prose(text) {
  const block = el("div", { class: "prose" });
  let list = null;
  for (const line of text.split("\n")) {
    const item = /^\s*(?:[•\-*–]|\d{1,2}[.)]|[٠-٩]{1,2}[.)])\s+(.*)$/u.exec(line);
    if (item) {
      const ordered = /^\s*[\d٠-٩]/u.test(line);
      const tag = ordered ? "ol" : "ul";
      if (list?.localName !== tag) {
        list = el(tag, { dir: "auto" });
        if (ordered) list.start = Number.parseInt(western(line), 10) || 1;
        block.append(list);
      }
      list.append(el("li", {}, ...linked(item[1])));
    } else if (line.trim()) {
      list = null;
      block.append(el("p", { dir: "auto" }, ...linked(line)));
    }
  }
  return block;
}

export function day(date, lang) {
  const parsed = new Date(date + "T12:00:00Z");
  if (Number.isNaN(parsed.getTime())) return date;
  return new Intl.DateTimeFormat(lang === "ar" ? "ar-JO-u-nu-latn" : "en-GB", { dateStyle: "long" }).format(parsed);
}

export function time(instant, lang) {
  const parsed = instant ? new Date(instant) : new Date();
  const today = parsed.toDateString() === new Date().toDateString();
  const style = today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
  return new Intl.DateTimeFormat(lang === "ar" ? "ar-JO-u-nu-latn" : "en-GB", style).format(parsed);
}

function linked(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0].replace(TRAILING, "");
    if (!URL.canParse(address)) continue;
    nodes.push(text.slice(end, match.index));
    nodes.push(el("a", { href: address, target: "_blank", rel: "noopener noreferrer", dir: "ltr" }, address));
    end = match.index + address.length;
  }
  nodes.push(text.slice(end));
  return nodes;
}

function western(text) {
  return text.replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660)).trim();
}
