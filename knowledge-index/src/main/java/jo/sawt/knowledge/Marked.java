package jo.sawt.knowledge;

import java.util.List;

/**
 * A passage with the places that match a question.
 *
 * @param marks in order, none within another
 */
public record Marked(String text, List<Mark> marks) {
    public Marked {
        marks = List.copyOf(marks);
    }

    /** A place in the text, in UTF-16 units, the end excluded. */
    public record Mark(int start, int end) {}
}
