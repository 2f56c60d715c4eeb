package jo.sawt.assistant;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jo.sawt.ticketing.Lang;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * Which language a person writes and so wants to read. Arabic script decides by its share and, in mixed text, by whose
 * function words hold the sentence together; Latin script is told apart into English and Arabizi by a trained model.
 */
final class Languages {
    static final String ARABIZI = "arabizi";
    static final String ENGLISH = "english";

    private static final CharArraySet ENGLISH_WORDS = EnglishAnalyzer.getDefaultStopSet();
    private static final CharArraySet ARABIC_WORDS = ArabicAnalyzer.getDefaultStopSet();
    private static final Set<String> MORE_ENGLISH = Set.of(
            "how", "what", "where", "when", "do", "does", "can", "i", "my", "me", "need", "want", "much", "which",
            "who", "please", "from", "get", "should", "have", "about");
    private static final Set<String> MORE_ARABIC = Set.of(
            "شو", "بدي", "وين", "كيف", "قديش", "كم", "ليش", "هسا", "لازم", "عشان", "تبع", "تبعت", "مش", "ايش", "متى",
            "اريد", "انا");

    private final Weighed latin;

    /** @param latin tells {@link #ARABIZI} from {@link #ENGLISH} */
    Languages(Weighed latin) {
        this.latin = latin;
    }

    Lang of(String text, List<String> words, Optional<Lang> before) {
        long arabic = letters(text, UnicodeScript.ARABIC);
        long roman = letters(text, UnicodeScript.LATIN);
        if (arabic + roman < 2) {
            return before.orElse(Lang.AR);
        }
        if (arabic == 0) {
            return latin(text, words, before);
        }
        if (roman == 0 || arabic >= 2 * roman) {
            return Lang.AR;
        }
        long englishWords = words.stream().filter(Languages::holdsEnglish).count();
        long arabicWords = words.stream().filter(Languages::holdsArabic).count();
        if (englishWords == arabicWords) {
            return arabic * 3 >= roman ? Lang.AR : Lang.EN;
        }
        return arabicWords > englishWords ? Lang.AR : Lang.EN;
    }

    private Lang latin(String text, List<String> words, Optional<Lang> before) {
        if (words.stream().allMatch(word -> word.chars().allMatch(Character::isDigit))) {
            return before.orElse(Lang.AR);
        }
        boolean english = latin.probabilities(text).getOrDefault(ENGLISH, 0.0) > 0.5;
        return english ? Lang.EN : Lang.AR;
    }

    private static boolean holdsEnglish(String word) {
        return ENGLISH_WORDS.contains(word) || MORE_ENGLISH.contains(word);
    }

    private static boolean holdsArabic(String word) {
        return ARABIC_WORDS.contains(word) || MORE_ARABIC.contains(word);
    }

    private static long letters(String text, UnicodeScript script) {
        return text.codePoints()
                .filter(p -> Character.isLetter(p) && UnicodeScript.of(p) == script)
                .count();
    }
}
