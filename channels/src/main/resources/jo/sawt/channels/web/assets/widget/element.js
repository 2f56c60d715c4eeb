// <sawt-chat>: the chat as an element of its own, in a page of ours or of another site. Attributes: lang ("ar" or "en")
// and floating (a button in the corner opens it).
import { ChatClient, randomId } from "./client.js";
import { Drafts } from "./drafts.js";
import { el } from "./format.js";
import { ratingCard } from "./rating.js";
import { buildShell } from "./shell.js";
import { languageOf, load } from "./texts.js";
import { entry, failed, notice, pending, settled } from "./view.js";

const BASE = new URL("..", import.meta.url);
const LONGEST = 8_000;
const MOST_FILES = 5;
const LARGEST_FILE = 25 * 1024 * 1024;
const LARGEST_ALL = 31 * 1024 * 1024;
const ACCEPTED = "image/*,audio/*,video/*,.pdf,.txt,.csv,.rtf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods";
const TYPING_FOR = 90_000;
const FINISHED = new Set(["resolved", "closed"]);

export class SawtChat extends HTMLElement {
  #names = new Map();
  #files = [];

  async connectedCallback() {
    if (this.client) return;
    this.drafts = new Drafts(BASE);
    this.lang = languageOf(this.drafts.read("lang") ?? (this.lang || document.documentElement.lang));
    this.client = new ChatClient(BASE, this.drafts, this.lang);
    this.attachShadow({ mode: "open" });
    this.shadowRoot.append(el("link", { rel: "stylesheet", href: new URL("widget/widget.css", BASE).href }));
    await this.#build();
    this.#listen();
    this.client.start();
  }

  disconnectedCallback() {
    this.client?.stop();
    this.client = null;
    this.shadowRoot?.replaceChildren();
  }

  async #build() {
    this.t = await load(BASE, this.lang);
    this.shell?.root.remove();
    this.shell = buildShell(this.t, this.lang, {
      floating: this.hasAttribute("floating"),
      send: () => this.#say(),
      accepted: ACCEPTED,
      chosen: (files) => this.#choseFiles([...this.#files, ...files]),
      typed: () => this.#typed(),
      human: () => this.client.send({ type: "human" }),
      speak: () => this.#speak(this.t("lang.to")),
      start: (text) => this.client.send({ type: "message", text }),
      copy: () => this.#copy(),
      elsewhere: () => this.#elsewhere(),
      forget: () => this.client.forget(),
    });
    this.shadowRoot.append(this.shell.root);
    this.shell.input.value = this.drafts.draft;
    this.#choseFiles(this.#files);
    for (const item of this.drafts.outbox()) this.#add(pending(this.t, item));
    this.#show(this.client.state);
  }

  async #speak(lang) {
    this.lang = lang;
    this.drafts.write("lang", lang);
    const open = this.shell.isOpen();
    await this.#build();
    this.shell.open(open);
    this.client.speak(lang);
    this.#redraw();
    this.shell.language.focus();
    this.dispatchEvent(new CustomEvent("sawt-lang", { detail: lang, bubbles: true, composed: true }));
  }

  #listen() {
    const on = (type, act) => this.client.addEventListener(type, ({ detail }) => act(detail));
    on("state", (state) => this.#show(state));
    on("welcome", (frame) => this.#welcomed(frame));
    on("caughtup", () => this.shell.log.setAttribute("aria-busy", "false"));
    on("message", (message) => this.#message(message));
    on("pending", (item) => this.#pending(item));
    on("acknowledged", (ack) => this.#acknowledged(ack));
    on("refused", (frame) => this.#refused(frame));
    on("status", (frame) => this.#status(frame));
    on("typing", (frame) => this.#typing(true, frame.text));
    on("rated", () => this.#rated());
    on("reset", () => this.#reset());
  }

  #welcomed(frame) {
    if (frame.seq > this.client.lastSeq) this.shell.log.setAttribute("aria-busy", "true");
    if (frame.ticket) this.shell.reference(frame.ticket);
  }

  #message(message) {
    this.entries ??= [];
    this.entries.push(message);
    this.#draw(message);
    if (message.from !== "citizen") this.#typing(false);
  }

  #draw(message) {
    this.#closeOptions();
    const node = entry(this.t, this.lang, message, (choice) => this.#choose(choice));
    const waiting = this.shell.log.querySelector(".waiting");
    this.#add(node, waiting);
    for (const cite of node.querySelectorAll("cite[data-record]")) this.#name(cite);
  }

  #pending(item) {
    this.#closeOptions();
    this.#add(pending(this.t, item));
    this.shell.toEnd(true);
  }

  #acknowledged({ clientId, seq, ticket, item, shown }) {
    this.shell.reference(ticket);
    const node = this.#sent(clientId);
    if (shown) {
      node?.remove();
    } else if (node) {
      settled(this.lang, node, seq);
    }
    if (!shown && item) {
      this.entries ??= [];
      const text = item.type === "human" ? this.t("human.said") : (item.label ?? item.text);
      this.entries.push({ seq, from: "citizen", text, at: new Date().toISOString() });
    }
  }

  #refused(frame) {
    const node = frame.clientId && this.#sent(frame.clientId);
    if (frame.final && node) {
      const text = node.querySelector(".prose").innerText;
      failed(this.t, node, frame.detail, () => {
        node.remove();
        this.shell.input.value = text;
        this.#typed();
        this.shell.input.focus();
      });
    } else if (frame.code !== "hello_first" && !frame.clientId) {
      this.#add(notice(frame.detail));
    } else if (frame.code === "rate_limited" || frame.code === "unavailable") {
      this.shell.say(frame.detail);
    }
  }

  #status({ ticket, status }) {
    this.shell.reference(ticket);
    this.shell.status(status);
    this.state = { ticket, status };
    if (status !== "assistant" && status !== "new") this.#typing(false);
    const ask = FINISHED.has(status) && this.drafts.read("rated") !== ticket;
    this.shell.card(ask ? ratingCard(this.t, (marks) => this.client.rate(marks), () => this.#later()) : null);
  }

  #later() {
    this.drafts.write("rated", this.state.ticket);
    this.shell.card(null);
    this.shell.input.focus();
  }

  #rated() {
    this.#later();
    this.#add(notice(this.t("rating.thanks")));
  }

  #say() {
    const text = this.shell.input.value.trim();
    const files = this.#files;
    if ((!text && !files.length) || text.length > LONGEST) return;
    if (files.length && !this.drafts.session) return;
    if (files.length) this.#upload(text, files);
    else this.client.send({ type: "message", text });
    this.shell.input.value = "";
    this.#choseFiles([]);
    this.shell.input.focus();
  }

  #choseFiles(files) {
    const all = files.reduce((sum, { size }) => sum + size, 0);
    if (files.length > MOST_FILES) {
      this.shell.say(this.t("files.many"));
    } else if (files.some(({ size }) => size > LARGEST_FILE) || all > LARGEST_ALL) {
      this.shell.say(this.t("files.large"));
    } else {
      this.#files = files;
    }
    this.shell.chosen(this.#files, (file) => this.#choseFiles(this.#files.filter((other) => other !== file)));
    this.#typed();
  }

  // The same id as before where nothing was changed since, so that a lost answer stores nothing twice.
  async #upload(text, files) {
    const same = this.again?.text === text && this.again.files.every((file, i) => file === files[i]) && this.again.files.length === files.length;
    const clientId = same ? this.again.clientId : randomId();
    this.again = null;
    this.#closeOptions();
    const node = pending(this.t, { clientId, text, files });
    this.#add(node);
    this.shell.toEnd(true);
    try {
      await this.client.upload(text, files, clientId);
      node.remove();
    } catch ({ message }) {
      failed(this.t, node, message || this.t("files.unsent"), () => {
        node.remove();
        this.again = { clientId, text, files };
        this.shell.input.value = text;
        this.#choseFiles(files);
        this.shell.input.focus();
      });
    }
  }

  #choose({ id, label }) {
    this.client.send({ type: "option", id, label });
    this.shell.input.focus();
  }

  #typed() {
    const value = this.shell.input.value;
    this.drafts.draft = value;
    const left = LONGEST - value.length;
    this.shell.count(left < 0 ? this.t("over", -left) : left < 500 ? this.t("long", left) : "", left < 0);
    this.shell.button.disabled = (!value.trim() && !this.#files.length) || left < 0;
  }

  #typing(on, text) {
    clearTimeout(this.typingEnds);
    this.shell.typing(on, text);
    if (on) this.typingEnds = setTimeout(() => this.#typing(false), TYPING_FOR);
  }

  async #copy() {
    const { ticket } = this.state ?? {};
    const reference = ticket ?? this.shell.shownReference();
    try {
      await navigator.clipboard.writeText(reference);
      this.shell.say(this.t("copied"));
    } catch {
      this.shell.selectReference();
    }
  }

  async #elsewhere() {
    try {
      const { ticket, code } = await this.client.code();
      this.#add(notice(this.t("elsewhere.code", ticket, code)));
    } catch ({ message }) {
      this.shell.say(message || this.t("elsewhere.failed"));
    }
  }

  #closeOptions() {
    for (const group of this.shell.log.querySelectorAll(".options")) group.remove();
  }

  // The name of the cited record, in the citizen's language, from the public registry; without it the registry's own.
  async #name(cite) {
    const [type, id] = cite.dataset.record.split("/");
    if (type !== "service") return;
    if (!this.#names.has(id)) {
      const address = new URL(`api/v1/services/${encodeURIComponent(id)}`, BASE);
      this.#names.set(id, fetch(address).then((reply) => (reply.ok ? reply.json() : {})).catch(() => ({})));
    }
    const { name } = await this.#names.get(id);
    const text = typeof name === "string" ? name : name?.[this.lang];
    if (text) cite.textContent = text;
  }

  #show(state) {
    const text = { offline: "offline", reconnecting: "reconnecting", connecting: "connecting" }[state];
    this.shell.banner(text ? this.t(text) : "", state);
  }

  #redraw() {
    for (const message of this.entries ?? []) this.#draw(message);
    const known = this.state;
    if (known) this.#status({ type: "status", ...known });
    this.shell.toEnd(true);
  }

  #reset() {
    this.entries = [];
    this.state = null;
    this.shell.card(null);
    this.shell.clear();
    this.#typed();
    for (const item of this.drafts.outbox()) this.#add(pending(this.t, item));
  }

  #sent(clientId) {
    return this.shell.log.querySelector(`[data-client="${CSS.escape(clientId)}"]`);
  }

  #add(node, before = null) {
    this.shell.add(node, before);
  }
}

export function embed() {
  if (!customElements.get("sawt-chat")) customElements.define("sawt-chat", SawtChat);
  const place = () => {
    if (!document.querySelector("sawt-chat")) document.body.append(el("sawt-chat", { floating: true }));
  };
  if (document.body) place();
  else addEventListener("DOMContentLoaded", place, { once: true });
}
