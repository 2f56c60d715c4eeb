package jo.sawt.knowledge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The words of a text, in order. */
public final class Words {
    static final int HEAD = 200;
    static final int TAIL = 100;
    static final int LONGEST = 40;

    private Words() {}

    /** The words of a message; bounded: of a very long one the beginning and the end are read. */
    public static List<Word> of(String text) {
        String[] forms = Normaliser.normalise(text).split(" ", -1);
        List<Word> words = new ArrayList<>(Math.min(forms.length, HEAD + TAIL));
        for (int at = 0; at < forms.length; at++) {
            boolean read = at < HEAD || at >= forms.length - TAIL;
            if (read && !forms[at].isEmpty()) {
                words.add(Word.of(shortened(forms[at])));
            }
        }
        return words;
    }

    /** Every word of a text of the registry, whose length its writers bound. */
    public static List<Word> all(String text) {
        return Stream.of(Normaliser.normalise(text).split(" ", -1))
                .filter(form -> !form.isEmpty())
                .map(form -> Word.of(shortened(form)))
                .toList();
    }

    /** The text as all spellings of it are folded; words parted by single spaces. */
    public static String normalise(String text) {
        return Normaliser.normalise(text);
    }

    private static String shortened(String form) {
        int end = Math.min(form.length(), LONGEST);
        return Character.isHighSurrogate(form.charAt(end - 1))
                ? form.substring(0, end - 1) + "x"
                : form.substring(0, end);
    }
}
