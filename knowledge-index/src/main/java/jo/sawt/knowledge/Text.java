package jo.sawt.knowledge;

/** One text in both languages. Either side may be empty, then {@link #in} falls back to the other. */
public record Text(String ar, String en) {
    public static final Text EMPTY = new Text("", "");

    public String in(Lang lang) {
        String wanted = lang == Lang.AR ? ar : en;
        String other = lang == Lang.AR ? en : ar;
        return wanted.isEmpty() ? other : wanted;
    }

    public boolean isEmpty() {
        return ar.isEmpty() && en.isEmpty();
    }
}
