package jo.sawt.knowledge.text;

/** The article and the prepositions that are written onto a word, in both scripts, so that both leave the same skeleton. */
final class Clitics {
    private static final String[] LATIN = {"wel", "bil", "bel", "lil", "lel", "3al", "hal", "el", "al", "il"};

    private Clitics() {}

    static String without(String word) {
        if (Normaliser.arabic(word.charAt(0))) {
            return LightStemmer.beginning(word);
        }
        for (String prefix : LATIN) {
            if (word.startsWith(prefix) && word.length() - prefix.length() >= 3) {
                return word.substring(prefix.length());
            }
        }
        return word;
    }
}
