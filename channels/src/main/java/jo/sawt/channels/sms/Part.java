package jo.sawt.channels.sms;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The piece of a text that goes out now, and what is left for when the citizen asks for more.
 *
 * @param text with the line that says how to ask, where something is left
 * @param rest empty when the text is whole
 */
record Part(String text, String rest) {
    private static final Pattern LINE_MARK = Pattern.compile("\\p{Nd}{1,3}[.)]|[-•–]");
    private static final String SENTENCE_ENDS = ".!?؟؛…";

    /**
     * Cuts at the end of a line or sentence where that leaves most of the room used, else between words, but not between the
     * groups of a number nor after the number of a line; inside a word only where a single word is longer than the room, and
     * never inside a character.
     */
    static Part first(String whole, String more, Predicate<String> fits) {
        String text = whole.strip();
        if (fits.test(text)) {
            return new Part(text, "");
        }
        Predicate<Integer> fitsUpTo = end -> fits.test(text.substring(0, end).stripTrailing() + "\n" + more);
        int longest = longestEnd(text, fitsUpTo, Part::endsPhrase);
        if (longest == 0) {
            longest = longestEnd(text, fitsUpTo, Part::endsWord);
        }
        int cut = longest == 0 ? longestCharacter(text, fitsUpTo) : preferred(text, longest);
        return new Part(
                text.substring(0, cut).stripTrailing() + "\n" + more,
                text.substring(cut).strip());
    }

    private static int longestEnd(String text, Predicate<Integer> fitsUpTo, BiPredicate<String, Integer> ends) {
        int longest = 0;
        for (int i = 1; i < text.length(); i++) {
            if (ends.test(text, i)) {
                if (!fitsUpTo.test(i)) {
                    return longest;
                }
                longest = i;
            }
        }
        return longest;
    }

    private static boolean endsWord(String text, int at) {
        return Character.isWhitespace(text.charAt(at)) && !Character.isWhitespace(text.charAt(at - 1));
    }

    private static boolean endsPhrase(String text, int at) {
        if (!endsWord(text, at)) {
            return false;
        }
        boolean inNumber = text.charAt(at) != '\n'
                && Character.isDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
        String line = text.substring(text.lastIndexOf('\n', at - 1) + 1, at);
        return !inNumber && !LINE_MARK.matcher(line.strip()).matches();
    }

    private static int preferred(String text, int longest) {
        for (int i = longest; i > longest * 3 / 5; i--) {
            if (endsPhrase(text, i) && (text.charAt(i) == '\n' || SENTENCE_ENDS.indexOf(text.charAt(i - 1)) >= 0)) {
                return i;
            }
        }
        return longest;
    }

    private static int longestCharacter(String text, Predicate<Integer> fitsUpTo) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int longest = characters.next();
        for (int end = longest; end != BreakIterator.DONE && fitsUpTo.test(end); end = characters.next()) {
            longest = end;
        }
        return longest;
    }
}
