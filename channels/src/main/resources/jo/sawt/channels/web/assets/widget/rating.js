// Three questions, one to five, once a matter is resolved.
import { el } from "./format.js";

const QUESTIONS = ["solution", "classification", "response"];

export function ratingCard(t, onSend, onLater) {
  const form = el("form", { class: "card rating", "aria-label": t("rating") });
  form.append(el("h2", {}, t("rating")));
  for (const question of QUESTIONS) {
    const set = el("fieldset", {}, el("legend", {}, t(`rating.${question}`)));
    const marks = el("div", { class: "marks" }, el("span", { class: "end", "aria-hidden": "true" }, t("rating.low")));
    for (let mark = 1; mark <= 5; mark++) {
      marks.append(
        el(
          "label",
          { class: "mark" },
          el("input", { type: "radio", name: question, value: mark, required: true, "aria-label": t("rating.mark", mark) }),
          el("span", { "aria-hidden": "true" }, String(mark)),
        ),
      );
    }
    marks.append(el("span", { class: "end", "aria-hidden": "true" }, t("rating.high")));
    set.append(marks);
    form.append(set);
  }
  form.append(
    el(
      "div",
      { class: "buttons" },
      el("button", { type: "submit", class: "primary" }, t("rating.send")),
      el("button", { type: "button", class: "quiet", click: onLater }, t("rating.later")),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(form);
    onSend(Object.fromEntries(QUESTIONS.map((question) => [question, Number(data.get(question))])));
  });
  return form;
}
