package jo.sawt.ticketing;

import java.util.List;

/** A text for the citizen, with what they can pick, where its facts come from, and files. Files alone need no text. */
public record Reply(String text, List<Option> options, List<Citation> citations, List<Attachment> files) {
    public Reply {
        if (text.isBlank() && files.isEmpty()) {
            throw new IllegalArgumentException("a reply needs a text");
        }
        options = List.copyOf(options);
        citations = List.copyOf(citations);
        files = List.copyOf(files);
    }

    public Reply(String text, List<Option> options, List<Citation> citations) {
        this(text, options, citations, List.of());
    }

    public static Reply of(String text) {
        return new Reply(text, List.of(), List.of());
    }
}
