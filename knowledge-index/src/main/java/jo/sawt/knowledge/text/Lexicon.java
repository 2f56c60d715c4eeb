package jo.sawt.knowledge.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Everyday words by their meaning: standard Arabic, spoken Jordanian and Levantine, and English words of one meaning are
 * one. A word is looked up as written, then by its stem, and in Latin script by its consonants, where these are three or
 * more and belong to one meaning only.
 */
final class Lexicon {
    private static final int LONG_ENOUGH = 3;
    private static final String AMBIGUOUS = "";
    private static final Set<String> FILLERS = Set.of("ask", "say");
    private static final String LIGHT = "light";
    private static final char AND = 'و';

    /** The general words that come with this module, in lexicon.tsv; after the constants, which reading it needs. */
    static final Lexicon GENERAL = load("lexicon.tsv");

    private final Map<String, String> byForm = new HashMap<>();
    private final Map<String, String> byStem = new HashMap<>();
    private final Map<String, String> bySkeleton = new HashMap<>();
    private final Set<String> fillers = new HashSet<>();
    private final Set<String> light = new HashSet<>();
    private final Map<String, String> classes = new HashMap<>();

    private Lexicon(Iterator<String> lines) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (!line.startsWith("#")) {
                add(List.of(line.split("\t", -1)));
            }
        }
    }

    private void add(List<String> fields) {
        String meaning = fields.get(0);
        classes.putIfAbsent(meaning, fields.get(1));
        if (FILLERS.contains(fields.get(1))) {
            fillers.add(meaning);
        }
        if (fields.get(1).equals(LIGHT)) {
            light.add(meaning);
        }
        for (Word word : Words.all(fields.get(2))) {
            byForm.putIfAbsent(word.form(), meaning);
            byStem.putIfAbsent(word.stem(), meaning);
            for (String skeleton : word.skeletons()) {
                bySkeleton.merge(skeleton, meaning, (known, more) -> known.equals(more) ? known : AMBIGUOUS);
            }
        }
    }

    private static Lexicon load(String name) {
        var resource = Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name);
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return new Lexicon(lines.lines().iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** What a word means, or its stem where that is not known. */
    String meaning(Word word) {
        String form = word.form();
        String meaning = byForm.get(form);
        if (meaning == null) {
            meaning = byForm.get(LightStemmer.beginning(form));
        }
        if (meaning == null && form.length() > 2 && form.charAt(0) == AND) {
            meaning = byForm.get(form.substring(1));
        }
        if (meaning == null) {
            meaning = byStem.get(word.stem());
        }
        return meaning != null ? meaning : bySound(word);
    }

    private String bySound(Word word) {
        if (!Normaliser.arabic(word.form().codePointAt(0))) {
            for (String skeleton : word.skeletons()) {
                String meaning = bySkeleton.getOrDefault(skeleton, AMBIGUOUS);
                if (skeleton.length() >= LONG_ENOUGH && !meaning.equals(AMBIGUOUS)) {
                    return meaning;
                }
            }
        }
        return word.stem();
    }

    /** Whether a meaning is one of asking or saying anything at all, and so tells nothing of the matter. */
    boolean filler(String meaning) {
        return fillers.contains(meaning);
    }

    /** Whether a meaning may stand in a question about any matter, as a fee, a day, or going somewhere. */
    boolean light(String meaning) {
        return light.contains(meaning);
    }

    /** Whether a meaning is of a class of the file, as {@code bad} or {@code good}. */
    boolean is(String meaning, String ofClass) {
        return ofClass.equals(classes.get(meaning));
    }

    /** How many forms are known. */
    int size() {
        return byForm.size();
    }
}
