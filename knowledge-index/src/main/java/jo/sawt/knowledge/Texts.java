package jo.sawt.knowledge;

import java.util.List;

/** A list of lines in both languages, such as the documents a service requires. */
public record Texts(List<String> ar, List<String> en) {
    public static final Texts EMPTY = new Texts(List.of(), List.of());

    public Texts {
        ar = List.copyOf(ar);
        en = List.copyOf(en);
    }

    public List<String> in(Lang lang) {
        List<String> wanted = lang == Lang.AR ? ar : en;
        List<String> other = lang == Lang.AR ? en : ar;
        return wanted.isEmpty() ? other : wanted;
    }

    public boolean isEmpty() {
        return ar.isEmpty() && en.isEmpty();
    }
}
