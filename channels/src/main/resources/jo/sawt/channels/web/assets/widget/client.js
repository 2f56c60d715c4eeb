// The socket's client: one session over any number of connections. Entries come out once and in order of their number;
// what is sent stays in the outbox until the server has acknowledged it, over reconnections and reloads.
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const PING_EVERY = 25_000;
const ANSWER_WITHIN = 10_000;
const AGAIN_LATER = new Set(["unavailable", "internal", "rate_limited"]);

export class ChatClient extends EventTarget {
  constructor(base, drafts, lang) {
    super();
    this.address = new URL("chat", base);
    this.address.protocol = this.address.protocol === "https:" ? "wss:" : "ws:";
    this.base = base;
    this.drafts = drafts;
    this.lang = lang;
    this.lastSeq = 0;
    this.failures = 0;
    this.state = "connecting";
    this.wake = () => this.#now();
    this.sleep = () => this.#lost();
    this.seen = () => document.visibilityState === "visible" && this.#now();
  }

  start() {
    addEventListener("online", this.wake);
    addEventListener("offline", this.sleep);
    document.addEventListener("visibilitychange", this.seen);
    this.#connect();
  }

  stop() {
    removeEventListener("online", this.wake);
    removeEventListener("offline", this.sleep);
    document.removeEventListener("visibilitychange", this.seen);
    this.#drop();
    clearTimeout(this.timer);
  }

  /** A message, an option or the wish for a person; kept before it is sent. */
  send(frame) {
    const item = { ...frame, clientId: randomId() };
    this.drafts.keep(item);
    this.#emit("pending", item);
    this.#transmit(item);
    return item;
  }

  /** A message with files, over HTTP; throws what the citizen is to be told. The entry itself comes over the socket. */
  async upload(text, files, clientId) {
    const form = new FormData();
    form.append("clientId", clientId);
    if (text) form.append("text", text);
    for (const file of files) form.append("file", file, file.name);
    const address = new URL(`api/v1/chat/sessions/${this.drafts.session}/attachments`, this.base);
    const reply = await fetch(address, { method: "POST", body: form, headers: { "Accept-Language": this.lang } });
    const body = await reply.json().catch(() => ({}));
    if (!reply.ok) throw new Error(body.detail ?? "");
    return body;
  }

  /** A code to go on by another channel with, for this session alone; throws what the citizen is to be told. */
  async code() {
    const address = new URL(`api/v1/chat/sessions/${this.drafts.session}/codes`, this.base);
    const reply = await fetch(address, { method: "POST", headers: { "Accept-Language": this.lang } });
    const body = await reply.json().catch(() => ({}));
    if (!reply.ok) throw new Error(body.detail ?? "");
    return body;
  }

  rate(marks) {
    this.#write({ type: "rate", clientId: "rate-" + Date.now(), ...marks });
  }

  speak(lang) {
    this.lang = lang;
    if (this.state === "open") this.#write({ type: "hello", session: this.drafts.session, lang });
  }

  /** Begins a new session; the old one is forgotten here. */
  forget() {
    this.drafts.forget();
    this.lastSeq = 0;
    this.#emit("reset");
    this.#now(true);
  }

  #connect() {
    clearTimeout(this.timer);
    this.#drop();
    if (navigator.onLine === false) {
      this.#become("offline");
      return;
    }
    const socket = new WebSocket(this.address);
    this.socket = socket;
    this.deadline = setTimeout(() => this.#lost(), ANSWER_WITHIN);
    socket.onopen = () => {
      const session = this.drafts.session;
      this.#write({ type: "hello", ...(session && { session }), lastSeq: this.lastSeq, lang: this.lang });
    };
    socket.onmessage = ({ data }) => socket === this.socket && this.#hear(JSON.parse(data));
    socket.onclose = () => socket === this.socket && this.#lost();
  }

  #now(anew = false) {
    if (anew || this.state !== "open") {
      this.failures = 0;
      this.#connect();
    }
  }

  #lost() {
    this.#drop();
    clearTimeout(this.timer);
    this.#become(navigator.onLine === false ? "offline" : "reconnecting");
    const most = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures++);
    this.timer = setTimeout(() => this.#connect(), most / 2 + (Math.random() * most) / 2);
  }

  #drop() {
    clearTimeout(this.deadline);
    clearInterval(this.pings);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  #hear(frame) {
    clearTimeout(this.deadline);
    switch (frame.type) {
      case "welcome":
        this.#welcomed(frame);
        break;
      case "message":
        this.#entry(frame.seq, () => this.#emit("message", frame));
        break;
      case "ack":
        this.#acknowledged(frame);
        break;
      case "status":
      case "typing":
        this.#emit(frame.type, frame);
        break;
      case "error":
        this.#refused(frame);
        break;
      default:
      // A pong, or a frame of a later version.
    }
    this.#caughtUp();
  }

  #welcomed(frame) {
    const before = this.drafts.session;
    this.drafts.session = frame.session;
    if ((before && before !== frame.session) || frame.seq < this.lastSeq) {
      this.lastSeq = 0;
      this.#emit("reset");
      if (before === frame.session) {
        this.#connect();
        return;
      }
    }
    const again = this.state === "open";
    this.failures = 0;
    this.newest = frame.seq;
    this.#become("open");
    this.#emit("welcome", frame);
    if (again) return;
    clearInterval(this.pings);
    this.pings = setInterval(() => this.#ping(), PING_EVERY);
    for (const item of this.drafts.outbox()) this.#transmit(item);
  }

  #acknowledged(frame) {
    const item = this.drafts.outbox().find(({ clientId }) => clientId === frame.clientId);
    this.drafts.drop(frame.clientId);
    if (frame.clientId.startsWith("rate-")) {
      this.#emit("rated", frame);
      return;
    }
    const shown = frame.seq <= this.lastSeq;
    if (!shown) this.#entry(frame.seq, () => {});
    this.#emit("acknowledged", { ...frame, item, shown });
  }

  // Numbers rise by one. A lower one is known already; a gap means that something was lost on the way: ask for it.
  #entry(seq, show) {
    if (seq === this.lastSeq + 1) {
      this.lastSeq = seq;
      show();
    } else if (seq > this.lastSeq) {
      this.#connect();
    }
  }

  #refused(frame) {
    if (this.state !== "open" && !frame.clientId) {
      // Not even welcomed: come back later.
      this.#lost();
      return;
    }
    if (frame.clientId && AGAIN_LATER.has(frame.code)) {
      const item = this.drafts.outbox().find(({ clientId }) => clientId === frame.clientId);
      setTimeout(() => item && this.state === "open" && this.#transmit(item), 1_000 + Math.random() * 1_500);
    } else if (frame.clientId) {
      this.drafts.drop(frame.clientId);
    }
    this.#emit("refused", { ...frame, final: Boolean(frame.clientId) && !AGAIN_LATER.has(frame.code) });
  }

  #caughtUp() {
    if (this.newest !== undefined && this.lastSeq >= this.newest) {
      this.newest = undefined;
      this.#emit("caughtup");
    }
  }

  #ping() {
    this.deadline = setTimeout(() => this.#lost(), ANSWER_WITHIN);
    this.#write({ type: "ping" });
  }

  #transmit(item) {
    if (this.state === "open") {
      const { type, clientId, text, id } = item;
      this.#write({ type, clientId, text, id });
    }
  }

  #write(frame) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  #become(state) {
    if (state !== this.state) {
      this.state = state;
      this.#emit("state", state);
    }
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

// Pages without TLS have no randomUUID.
export function randomId() {
  return crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
