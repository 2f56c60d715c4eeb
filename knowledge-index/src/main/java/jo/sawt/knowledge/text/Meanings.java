package jo.sawt.knowledge.text;

import java.util.ArrayList;
import java.util.List;

/** The meanings of a text's words, those of mere asking left out, and which of them stand near each other. */
public final class Meanings {
    private static final int NEAR = 3;

    private Meanings() {}

    /** What the words mean, in order, those of mere asking left out; a stem stands for itself where no meaning is known. */
    public static List<String> of(List<Word> words) {
        List<String> meanings = new ArrayList<>(words.size());
        for (Word word : words) {
            String meaning = Lexicon.GENERAL.meaning(word);
            if (!Lexicon.GENERAL.filler(meaning)) {
                meanings.add(meaning);
            }
        }
        return meanings;
    }

    /** What the words are about: their meanings without those of asking and those that any matter may have, as fees and days. */
    public static List<String> topic(List<Word> words) {
        return of(words).stream()
                .filter(meaning -> !Lexicon.GENERAL.light(meaning))
                .toList();
    }

    /**
     * How a text feels.
     *
     * @param bad how many of its words tell of a grievance, a failure or an offence
     * @param good how many praise or tell of something that went well
     */
    public record Felt(int bad, int good) {}

    public static Felt felt(String text) {
        int bad = 0;
        int good = 0;
        for (Word word : Words.of(text)) {
            String meaning = Lexicon.GENERAL.meaning(word);
            bad += Lexicon.GENERAL.is(meaning, "bad") ? 1 : 0;
            good += Lexicon.GENERAL.is(meaning, "good") ? 1 : 0;
        }
        return new Felt(bad, good);
    }

    static void add(List<Word> words, Hashes into) {
        List<String> meanings = of(words);
        for (int at = 0; at < meanings.size(); at++) {
            into.add(Hash.of(meanings.get(at)));
            for (int other = at + 1; other < Math.min(meanings.size(), at + NEAR); other++) {
                into.add(unordered(meanings.get(at), meanings.get(other)));
            }
        }
    }

    /** Languages order words differently: «تجديد جواز» is “passport renewal”. */
    private static long unordered(String first, String second) {
        return first.compareTo(second) < 0 ? Hash.pair(first, second) : Hash.pair(second, first);
    }
}
