// The frame around the conversation: header, banner, log, rating, composer.
import { el } from "./format.js";

const STARTS = ["start.1", "start.2", "start.3"];

export function buildShell(t, lang, act) {
  const list = el("ol", { class: "list" });
  const log = el("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": t("log"), tabindex: "0" }, list);
  const status = el("span", { class: "status" });
  const reference = el("bdi", { class: "ref", dir: "ltr" });
  const matter = el(
    "div",
    { class: "matter", hidden: true },
    el("span", { class: "label" }, t("reference")),
    reference,
    iconButton("copy", t("copy"), act.copy),
    iconButton("elsewhere", t("elsewhere"), act.elsewhere),
    status,
  );
  const banner = el("p", { class: "banner", role: "status", hidden: true });
  const said = el("p", { class: "hidden", role: "status" });
  const saying = el("span", { dir: "auto" }, t("typing"));
  const typing = el("p", { class: "typing", role: "status", hidden: true }, el("i"), el("i"), el("i"), saying);
  const aside = el("div", { class: "aside" });
  const welcome = el("div", { class: "welcome" }, el("p", {}, t("start")), starts(t, act.start));
  const input = el("textarea", {
    id: "say", rows: "1", dir: "auto", placeholder: t("placeholder"), "aria-describedby": "count", enterkeyhint: "send",
    input: act.typed,
    keydown: (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        act.send();
      }
    },
  });
  const count = el("span", { class: "count", id: "count", role: "status" });
  const picker = el("input", {
    type: "file", class: "hidden", multiple: true, tabindex: "-1", "aria-hidden": "true", accept: act.accepted,
    change: () => {
      act.chosen([...picker.files]);
      picker.value = "";
    },
  });
  const attach = iconButton("attach", t("attach"), () => picker.click());
  const chosen = el("ul", { class: "chosen", "aria-label": t("files.chosen"), hidden: true });
  const button = el("button", { type: "submit", class: "send", "aria-label": t("send") }, icon("send"));
  const human = el("button", { type: "button", class: "human", click: act.human }, icon("person"), t("human"));
  const composer = el(
    "form",
    { class: "composer" },
    chosen,
    el("div", { class: "row" }, el("label", { class: "hidden", for: "say" }, t("composer")), input, picker, attach, button),
    el("div", { class: "below" }, human, count),
  );
  composer.addEventListener("submit", (event) => {
    event.preventDefault();
    act.send();
  });
  const language = el("button", { type: "button", class: "lang", lang: t("lang.to"), click: act.speak }, t("lang"));
  const asked = sure(t, act.forget);
  const header = el(
    "header",
    {},
    el("span", { class: "mark" }, icon("voice")),
    el("div", { class: "title" }, el("strong", {}, t("name")), el("span", {}, t("tagline"))),
    language,
    iconButton("forget", t("forget"), () => asked.showModal()),
  );
  const body = el("div", { class: "body" }, welcome, log, typing, aside);
  const panel = el("section", { class: "panel", "aria-label": t("title") });
  panel.append(header, matter, banner, body, composer, said, asked);
  const root = el("div", { class: act.floating ? "shell floating" : "shell", dir: lang === "ar" ? "rtl" : "ltr", lang }, panel);
  const door = act.floating ? launcher(t, root, panel, header, input) : { isOpen: () => true, open: () => {} };

  const atEnd = () => body.scrollHeight - body.scrollTop - body.clientHeight < 120;
  const toEnd = (follow, unseen) => {
    if (follow) {
      requestAnimationFrame(() => (body.scrollTop = body.scrollHeight));
    } else if (unseen) {
      more.hidden = false;
    }
  };
  const more = el("button", { type: "button", class: "more", hidden: true, click: () => toEnd(true) }, t("new"), " ↓");
  body.addEventListener("scroll", () => atEnd() && (more.hidden = true), { passive: true });
  composer.prepend(more);
  return {
    root, log, input, button, language, toEnd, ...door,
    add(node, before) {
      const follow = atEnd();
      welcome.hidden = true;
      list.insertBefore(node, before);
      toEnd(follow, true);
    },
    card(node) {
      const follow = atEnd();
      aside.replaceChildren(...(node ? [node] : []));
      toEnd(follow, Boolean(node));
    },
    clear() {
      list.replaceChildren();
      welcome.hidden = false;
      matter.hidden = true;
      typing.hidden = true;
      status.textContent = "";
      input.value = "";
    },
    chosen(files, remove) {
      const focus = chosen.contains(chosen.getRootNode().activeElement);
      chosen.replaceChildren(
        ...files.map((file) =>
          el("li", {}, el("span", { dir: "auto" }, file.name), iconButton("close", t("file.remove", file.name), () => remove(file))),
        ),
      );
      chosen.hidden = !files.length;
      if (focus) (chosen.querySelector("button") ?? attach).focus();
    },
    banner(text, state) {
      banner.textContent = text;
      banner.hidden = !text;
      banner.dataset.state = state;
    },
    reference(value) {
      reference.textContent = value;
      matter.hidden = false;
    },
    shownReference: () => reference.textContent,
    selectReference: () => getSelection().selectAllChildren(reference),
    status(value) {
      status.textContent = t(`status.${value}`);
      status.dataset.status = value;
    },
    typing(on, text) {
      const follow = atEnd();
      saying.textContent = text || t("typing");
      typing.hidden = !on;
      if (on) toEnd(follow);
    },
    say(text) {
      said.textContent = text;
      said.classList.remove("hidden");
      setTimeout(() => said.classList.add("hidden"), 4_000);
    },
    count(text, over) {
      count.textContent = text;
      count.classList.toggle("over", over);
      input.style.blockSize = "auto";
      input.style.blockSize = `${Math.min(input.scrollHeight, 160)}px`;
    },
  };
}

function starts(t, start) {
  const list = el("div", { class: "starts" });
  for (const key of STARTS) {
    list.append(el("button", { type: "button", click: () => start(t(key)) }, t(key)));
  }
  return list;
}

function sure(t, forget) {
  const dialog = el("dialog", { "aria-label": t("forget") }, el("p", {}, t("forget.sure")));
  const answer = (act) => () => {
    dialog.close();
    act();
  };
  dialog.append(
    el(
      "div",
      { class: "buttons" },
      el("button", { type: "button", class: "primary", click: answer(forget) }, t("forget.yes")),
      el("button", { type: "button", class: "quiet", click: answer(() => {}) }, t("forget.no")),
    ),
  );
  return dialog;
}

function launcher(t, root, panel, header, input) {
  panel.hidden = true;
  const opener = el("button", { type: "button", class: "launcher", "aria-expanded": "false", "aria-label": t("open") }, icon("voice"));
  const open = (on) => {
    panel.hidden = !on;
    opener.setAttribute("aria-expanded", String(on));
    opener.setAttribute("aria-label", t(on ? "close" : "open"));
  };
  const toggle = (on) => {
    open(on);
    (on ? input : opener).focus();
  };
  opener.addEventListener("click", () => toggle(panel.hidden));
  header.append(iconButton("close", t("close"), () => toggle(false)));
  panel.addEventListener("keydown", (event) => event.key === "Escape" && toggle(false));
  root.append(opener);
  return { open, isOpen: () => !panel.hidden };
}

function iconButton(name, label, click) {
  return el("button", { type: "button", class: "icon", "aria-label": label, title: label, click }, icon(name));
}

const SHAPES = {
  send: "M4 12 20 4l-5 16-3.5-6.5L4 12Z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0 2c-4 0-8 2-8 5v1h16v-1c0-3-4-5-8-5Z",
  attach: "M16.5 6v11a4.5 4.5 0 0 1-9 0V5.5a3 3 0 0 1 6 0V16a1.5 1.5 0 0 1-3 0V6H9v10a3 3 0 0 0 6 0V5.5a4.5 4.5 0 0 0-9 0V17a6 6 0 0 0 12 0V6h-1.5Z",
  copy: "M8 3h10a1 1 0 0 1 1 1v12h-2V5H8V3ZM5 7h8a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1Zm1 2v10h6V9H6Z",
  elsewhere: "M7 2h8a2 2 0 0 1 2 2v4h-2V5H7v13h8v-1h2v3a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2Zm10 7 4 3.5-4 3.5v-2.5h-6v-2h6V9Z",
  close: "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12 19 17.6 17.6 19 12 13.4 6.4 19 5 17.6 10.6 12 5 6.4 6.4 5Z",
  forget: "M9 3h6l1 2h4v2H4V5h4l1-2ZM6 9h12l-1 11a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1L6 9Z",
  voice: "M4 10h2v4H4v-4Zm4-3h2v10H8V7Zm4-3h2v16h-2V4Zm4 4h2v8h-2V8Zm4 2h1.5v4H20v-4Z",
};

function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `svg svg-${name}`);
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}
