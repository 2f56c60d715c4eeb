package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jo.sawt.knowledge.text.Word;

/** References to an article by number or ordinal, in both languages, as one word that question and passage share. */
final class Articles {
    private static final Set<String> NAMES = Set.of("المادة", "مادة", "الماده", "ماده", "article", "madde", "madda");
    private static final List<String> ORDINALS = List.of(
            "الاولي", "الثانيه", "الثالثه", "الرابعه", "الخامسه", "السادسه", "السابعه", "الثامنه", "التاسعه",
            "العاشره");
    private static final Map<String, String> ENGLISH = Map.of(
            "one", "1", "two", "2", "three", "3", "four", "4", "five", "5", "six", "6", "seven", "7", "eight", "8",
            "nine", "9", "ten", "10");

    private Articles() {}

    /** The words, with a word more for each article they name. */
    static List<Word> marked(List<Word> words) {
        List<Word> marked = new ArrayList<>(words);
        for (int at = 0; at + 1 < words.size(); at++) {
            String name = words.get(at).form();
            if (NAMES.contains(name) || (name.length() > 4 && NAMES.contains(name.substring(1)))) {
                String number = number(words.get(at + 1).form());
                if (!number.isEmpty()) {
                    marked.add(new Word("§" + number, "§" + number, List.of()));
                }
            }
        }
        return marked;
    }

    private static String number(String word) {
        if (word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return word;
        }
        int ordinal = ORDINALS.indexOf(word);
        return ordinal >= 0 ? String.valueOf(ordinal + 1) : ENGLISH.getOrDefault(word, "");
    }
}
