package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.Marked;
import jo.sawt.knowledge.Marked.Mark;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.text.Word;
import org.apache.lucene.search.uhighlight.CustomSeparatorBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Shows where a text matches a question, with Lucene's highlighter. */
final class Marking {
    private static final String FIELD = "text";
    private static final int LONGEST = 50_000;
    private static final int LINES = 2;
    private static final int ALL = 1_000;
    private static final UnifiedHighlighter HIGHLIGHTER = UnifiedHighlighter.builderWithoutSearcher(new MarkedWords())
            .withMaxLength(LONGEST)
            .withMaxNoHighlightPassages(0)
            .withBreakIterator(() -> new CustomSeparatorBreakIterator('\n'))
            .withFormatter(new Lines())
            .build();

    private Marking() {}

    /** A text as it is, with all its matches. */
    static Marked whole(List<Word> question, String text) {
        return new Marked(
                text,
                lines(question, text, ALL).stream()
                        .flatMap(line -> line.marks().stream())
                        .toList());
    }

    /** The lines of a service that match best, and its summary where none does. */
    static Marked best(List<Word> question, ServiceRecord service, Lang lang) {
        String summary = service.summary().in(lang);
        String text = text(service, lang);
        List<Line> best = lines(question, text, LINES);
        if (best.isEmpty()) {
            return new Marked(summary, List.of());
        }
        StringBuilder shown = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        for (Line line : best) {
            shown.append(shown.isEmpty() ? "" : "\n");
            int moved = shown.length() - line.start();
            line.marks().forEach(mark -> marks.add(new Mark(mark.start() + moved, mark.end() + moved)));
            shown.append(text, line.start(), line.end());
        }
        return new Marked(shown.toString(), marks);
    }

    private static String text(ServiceRecord service, Lang lang) {
        List<String> lines = new ArrayList<>();
        lines.add(service.summary().in(lang));
        lines.addAll(service.conditions().in(lang));
        lines.addAll(service.documents().in(lang));
        lines.addAll(service.steps().in(lang));
        service.fees().forEach(fee -> lines.add(fee.label().in(lang)));
        lines.add(service.duration().text().in(lang));
        lines.addAll(service.locations().in(lang));
        lines.replaceAll(line -> line.replace('\n', ' '));
        lines.removeIf(String::isBlank);
        return String.join("\n", lines);
    }

    private static List<Line> lines(List<Word> question, String text, int most) {
        List<String> terms = MarkedWords.terms(question);
        if (terms.isEmpty() || text.isEmpty()) {
            return List.of();
        }
        try {
            Object found = HIGHLIGHTER.highlightWithoutSearcher(FIELD, Terms.any(FIELD, terms), text, most);
            return found instanceof Found lines ? lines.lines() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    /** A line of a text and the places in it that match, all by their place in the text. */
    private record Line(int start, int end, List<Mark> marks) {}

    private record Found(List<Line> lines) {}

    private static final class Lines extends PassageFormatter {
        @Override
        public Found format(Passage[] passages, String content) {
            List<Line> lines = new ArrayList<>();
            for (Passage passage : passages) {
                TreeMap<Integer, Integer> marks = new TreeMap<>();
                for (int match = 0; match < passage.getNumMatches(); match++) {
                    marks.merge(passage.getMatchStarts()[match], passage.getMatchEnds()[match], Math::max);
                }
                int end = passage.getEndOffset();
                while (end > passage.getStartOffset() && content.charAt(end - 1) == '\n') {
                    end--;
                }
                List<Mark> places = new ArrayList<>();
                marks.forEach((from, to) -> places.add(new Mark(from, to)));
                lines.add(new Line(passage.getStartOffset(), end, places));
            }
            lines.sort(Comparator.comparingInt(Line::start));
            return new Found(lines);
        }
    }
}
