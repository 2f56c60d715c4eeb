package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jo.sawt.ticketing.Citation;

/** A piece of an answer, and the fields that its facts were read from. */
record Passage(String text, List<Citation> citations) {
    Passage {
        citations = List.copyOf(citations);
    }

    static Passage of(String text) {
        return new Passage(text, List.of());
    }

    /** One under the other, each source named once. */
    static Passage join(List<Passage> passages) {
        List<String> texts = new ArrayList<>();
        Set<Citation> citations = new LinkedHashSet<>();
        for (Passage passage : passages) {
            if (!texts.contains(passage.text())) {
                texts.add(passage.text());
            }
            citations.addAll(passage.citations());
        }
        return new Passage(String.join("\n\n", texts), List.copyOf(citations));
    }
}
