// The texts of the one catalogue, by language.
const loaded = new Map();

export function languageOf(wanted) {
  return String(wanted || "").toLowerCase().startsWith("en") ? "en" : "ar";
}

export async function load(base, lang) {
  if (!loaded.has(lang)) {
    const reply = await fetch(new URL(`widget/texts-${lang}.json`, base));
    if (!reply.ok) throw new Error("the texts of the chat could not be loaded");
    loaded.set(lang, await reply.json());
  }
  const texts = loaded.get(lang);
  return (key, ...args) => args.reduce((text, arg, i) => text.replaceAll(`{${i}}`, arg), texts[key] ?? "");
}
