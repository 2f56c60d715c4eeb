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

    /** How many of the words tell of a grievance, a failure or an offence. */
    public static int bad(String text) {
        return count(text, "bad");
    }

    /** How many of the words praise or tell of something that went well. */
    public static int good(String text) {
        return count(text, "good");
    }

    private static int count(String text, String ofClass) {
        int count = 0;
        for (Word word : Words.of(text)) {
            count += Lexicon.GENERAL.is(Lexicon.GENERAL.meaning(word), ofClass) ? 1 : 0;
        }
        return count;
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
