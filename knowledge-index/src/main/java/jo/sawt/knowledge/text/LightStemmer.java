package jo.sawt.knowledge.text;

/**
 * Takes the clitics and endings off an Arabic word, standard or spoken: the light10 lists with the single-letter
 * prepositions, the spoken عال and هال and the possessive endings added, which measured better for retrieval. It never
 * leaves fewer than two letters, and three where one letter was taken.
 */
final class LightStemmer {
    private static final String[] PREFIXES = {
        "وبال", "وعال", "وهال", "ولل", "وال", "فال", "بال", "كال", "عال", "هال", "لل", "ال"
    };
    private static final String[] SUFFIXES = {
        "هما", "كما", "تها", "ها", "ان", "ات", "ون", "ين", "يه", "هم", "كم", "نا", "وا", "ه", "ي", "ك"
    };

    private LightStemmer() {}

    static String stem(String word) {
        return ending(beginning(word));
    }

    static String beginning(String word) {
        for (String prefix : PREFIXES) {
            if (word.startsWith(prefix) && word.length() - prefix.length() >= 2) {
                return word.substring(prefix.length());
            }
        }
        if (word.length() >= 4 && "وبلفك".indexOf(word.charAt(0)) >= 0) {
            return word.substring(1);
        }
        return word;
    }

    private static String ending(String word) {
        for (String suffix : SUFFIXES) {
            int left = word.length() - suffix.length();
            if (word.endsWith(suffix) && left >= (suffix.length() == 1 ? 3 : 2)) {
                return word.substring(0, left);
            }
        }
        return word;
    }
}
