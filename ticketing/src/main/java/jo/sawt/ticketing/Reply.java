package jo.sawt.ticketing;

import java.util.List;

/** A text for the citizen, with what they can pick and where its facts come from. */
public record Reply(String text, List<Option> options, List<Citation> citations) {
    public Reply {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a reply needs a text");
        }
        options = List.copyOf(options);
        citations = List.copyOf(citations);
    }

    public static Reply of(String text) {
        return new Reply(text, List.of(), List.of());
    }
}
