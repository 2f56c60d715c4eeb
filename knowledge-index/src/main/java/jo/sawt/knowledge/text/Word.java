package jo.sawt.knowledge.text;

import java.util.List;

/**
 * One word of a text.
 *
 * @param form as written, normalised
 * @param stem without clitics and endings; an English word's English stem
 * @param skeletons its consonants in one alphabet for Arabic and Latin script; two where Arabizi is ambiguous, none for a number
 */
public record Word(String form, String stem, List<String> skeletons) {
    public Word {
        skeletons = List.copyOf(skeletons);
    }

    static Word of(String form) {
        boolean arabic = Normaliser.arabic(form.codePointAt(0));
        String stem = arabic ? LightStemmer.stem(form) : EnglishStems.stem(form);
        return new Word(form, stem, Skeletons.of(Clitics.without(form)));
    }
}
