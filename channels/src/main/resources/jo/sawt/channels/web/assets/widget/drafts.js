// What this device keeps: the session, what was typed, and what was sent but not acknowledged. Where a browser keeps
// nothing (private windows, blocked storage), memory serves until the page goes.
const memory = new Map();

export class Drafts {
  constructor(base) {
    this.prefix = `sawt:${new URL(base).host}:`;
  }

  read(name) {
    try {
      return localStorage.getItem(this.prefix + name) ?? memory.get(this.prefix + name) ?? null;
    } catch {
      return memory.get(this.prefix + name) ?? null;
    }
  }

  write(name, value) {
    const key = this.prefix + name;
    if (value === null || value === "") {
      memory.delete(key);
    } else {
      memory.set(key, value);
    }
    try {
      if (value === null || value === "") {
        localStorage.removeItem(key);
      } else {
        localStorage.setItem(key, value);
      }
    } catch {
      // Storage is full or forbidden: memory has it.
    }
  }

  get session() {
    return this.read("session");
  }

  set session(value) {
    this.write("session", value);
  }

  get draft() {
    return this.read("draft") ?? "";
  }

  set draft(value) {
    this.write("draft", value);
  }

  outbox() {
    try {
      const items = JSON.parse(this.read("outbox") ?? "[]");
      return Array.isArray(items) ? items.filter((item) => typeof item?.clientId === "string") : [];
    } catch {
      return [];
    }
  }

  keep(item) {
    this.write("outbox", JSON.stringify([...this.outbox(), item]));
  }

  // Another window may have written meanwhile, so only this item goes.
  drop(clientId) {
    const rest = this.outbox().filter((item) => item.clientId !== clientId);
    this.write("outbox", rest.length ? JSON.stringify(rest) : null);
  }

  forget() {
    for (const name of ["session", "draft", "outbox", "rated"]) this.write(name, null);
  }
}
