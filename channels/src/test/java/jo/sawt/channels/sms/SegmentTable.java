package jo.sawt.channels.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jo.sawt.assistant.EveryAnswer;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Lang;

/** Prints how many segments the answers of the sample registry take by SMS, and how many have more to ask for. */
final class SegmentTable {
    private SegmentTable() {}

    public static void main(String[] args) {
        Map<String, Row> rows = new TreeMap<>();
        EveryAnswer.ofSample().forEach(said -> {
            String name = said.lang().wire() + " | " + said.facet();
            rows.computeIfAbsent(name, unused -> new Row()).add(parts(said));
        });
        System.out.println("| language | facet | answers | GSM | UCS-2 | 1 segment | 2 | 3 | more | most parts |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        rows.forEach((name, row) -> System.out.println("| " + name + " | " + row));
    }

    /** What the citizen gets, one after the other. */
    static List<String> parts(EveryAnswer.Said said) {
        List<String> parts = new ArrayList<>();
        for (String left = said.text(); !left.isEmpty(); ) {
            Part part = new Rendering(left, said.lang(), "1").firstPart(Channel.SMS);
            parts.add(part.text());
            left = part.rest();
        }
        return parts;
    }

    static String more(Lang lang) {
        return "\n" + jo.sawt.ticketing.Messages.text(lang, "sms.more", "1");
    }

    private static final class Row {
        private final int[] bySegments = new int[4];
        private int answers;
        private int gsm;
        private int more;
        private int most;

        void add(List<String> parts) {
            answers++;
            gsm += Segments.encoding(parts.getFirst()).equals("gsm") ? 1 : 0;
            bySegments[Segments.count(parts.getFirst())]++;
            more += parts.size() > 1 ? 1 : 0;
            most = Math.max(most, parts.size());
        }

        @Override
        public String toString() {
            return "%d | %d | %d | %d | %d | %d | %d | %d |"
                    .formatted(answers, gsm, answers - gsm, bySegments[1], bySegments[2], bySegments[3], more, most);
        }
    }
}
