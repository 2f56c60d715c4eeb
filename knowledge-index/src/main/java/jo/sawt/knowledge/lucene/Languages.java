package jo.sawt.knowledge.lucene;

import jo.sawt.knowledge.Lang;

/** The language whose script a text is mostly written in. */
final class Languages {
    private Languages() {}

    static Lang of(String text) {
        long arabic = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
                .count();
        long latin = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        return latin > arabic ? Lang.EN : Lang.AR;
    }
}
