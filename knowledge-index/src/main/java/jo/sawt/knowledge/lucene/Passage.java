package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jo.sawt.knowledge.Document;

/**
 * A part of a document that can be read by itself.
 *
 * @param heading the headings and the article it stands under, outermost first; empty where there are none
 */
record Passage(Document document, String heading, String text) {
    private static final int LONGEST = 1500;
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.+)");
    private static final Pattern ARTICLE = Pattern.compile(
            "\\**((?:المادة|مادة|الفصل|البند|Article|Section|Chapter)\\s*[(\\[]?\\s*\\p{Nd}+\\s*[)\\]]?)\\**[\\s:.–—-]*(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Cuts a document at its headings and articles, and long parts at paragraphs. */
    static List<Passage> of(Document document) {
        List<Passage> passages = new ArrayList<>();
        String heading = "";
        StringBuilder text = new StringBuilder();
        for (String line : document.text().lines().toList()) {
            String stripped = line.strip();
            Matcher titled = HEADING.matcher(stripped);
            Matcher article = ARTICLE.matcher(stripped);
            if (titled.matches() || article.matches()) {
                close(document, heading, text, passages);
                heading = titled.matches()
                        ? titled.group(2).strip()
                        : article.group(1).strip();
                text.append(titled.matches() ? "" : article.group(2));
            } else if (text.length() + stripped.length() > LONGEST) {
                close(document, heading, text, passages);
                text.append(stripped);
            } else {
                text.append(text.isEmpty() ? "" : "\n").append(stripped);
            }
        }
        close(document, heading, text, passages);
        return passages;
    }

    private static void close(Document document, String heading, StringBuilder text, List<Passage> passages) {
        String kept = text.toString().strip();
        text.setLength(0);
        if (!kept.isEmpty()) {
            passages.add(new Passage(document, heading, kept));
        }
    }
}
