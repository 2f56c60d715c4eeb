// The words around the chat, in the language that the chat speaks.
import { Drafts } from "./widget/drafts.js";
import { languageOf, load } from "./widget/texts.js";

const base = new URL(".", import.meta.url);

async function speak(lang) {
  const t = await load(base, lang);
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === "ar" ? "rtl" : "ltr";
  document.title = t("title");
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = t(node.dataset.text);
}

document.addEventListener("sawt-lang", ({ detail }) => speak(detail));
speak(languageOf(new Drafts(base).read("lang") ?? document.documentElement.lang));
