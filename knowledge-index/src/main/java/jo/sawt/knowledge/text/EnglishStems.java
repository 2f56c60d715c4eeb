package jo.sawt.knowledge.text;

import org.tartarus.snowball.ext.EnglishStemmer;

/** Stems of English words by the Snowball stemmer. */
final class EnglishStems {
    // The stemmer keeps state; a fresh one costs far less than a lock or a thread-local on virtual threads.
    private EnglishStems() {}

    static String stem(String word) {
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        return stemmer.stem() ? stemmer.getCurrent() : word;
    }
}
