package jo.sawt.channels.email;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an HTML message, in lines; no markup of it is kept, and what quotes an earlier message is left out. */
final class HtmlText {
    private static final String NOT_TEXT = "script, style, head, template, noscript, svg, object, iframe";
    private static final String QUOTES =
            ".gmail_quote, .gmail_extra, .yahoo_quoted, .moz-cite-prefix, blockquote[type=cite], #divRplyFwdMsg, "
                    + "#divRplyFwdMsg ~ *, #appendonsend, #appendonsend ~ *";

    private HtmlText() {}

    static String of(String html) {
        Document document = Jsoup.parse(html);
        document.select(NOT_TEXT).remove();
        String whole = text(document.body());
        document.select(QUOTES).remove();
        String own = text(document.body());
        // A forwarded message is all quote.
        return own.isBlank() ? whole : own;
    }

    private static String text(Element body) {
        StringBuilder text = new StringBuilder();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.text());
                } else if (node.nameIs("br")) {
                    text.append('\n');
                } else if (node.nameIs("li")) {
                    text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "- " : "\n- ");
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && element.isBlock() && !node.nameIs("br")) {
                    text.append(node.nameIs("p") ? "\n\n" : "\n");
                }
            }
        });
        return text.toString()
                .replace('\u00A0', ' ')
                .replaceAll("[ \\t]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
