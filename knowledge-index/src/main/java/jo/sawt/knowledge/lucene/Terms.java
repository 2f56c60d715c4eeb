package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jo.sawt.knowledge.text.Meanings;
import jo.sawt.knowledge.text.Word;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The terms of an indexed field: stems with skeletons, meanings, or character 4-grams. */
final class Terms {
    /** Distinct terms of a query; keeps the cost of any text, and the clauses of a query, bounded. */
    static final int MOST = 500;

    private static final int GRAM = 4;

    private Terms() {}

    /** Stems and, told apart by a mark, consonant skeletons. */
    static List<String> stems(List<Word> words) {
        List<String> terms = new ArrayList<>(words.size() * 2);
        for (Word word : words) {
            terms.add(word.stem());
            for (String skeleton : word.skeletons()) {
                terms.add("~" + skeleton);
            }
        }
        return terms;
    }

    /** The stems that are known, and the skeletons of words whose stem is not. */
    static List<String> stems(List<Word> words, Predicate<String> known) {
        List<String> terms = new ArrayList<>(words.size());
        for (Word word : words) {
            if (known.test(word.stem())) {
                terms.add(word.stem());
            } else {
                word.skeletons().forEach(skeleton -> terms.add("~" + skeleton));
            }
        }
        return terms;
    }

    /** Stems, skeletons, meanings, and pairs of neighbouring meanings in either order. */
    static List<String> meanings(List<Word> words) {
        List<String> terms = new ArrayList<>(stems(words));
        String before = "";
        for (String meaning : Meanings.of(words)) {
            terms.add("=" + meaning);
            if (!before.isEmpty()) {
                boolean ordered = before.compareTo(meaning) < 0;
                terms.add(ordered ? "=" + before + " " + meaning : "=" + meaning + " " + before);
            }
            before = meaning;
        }
        return terms;
    }

    static List<String> grams(List<Word> words) {
        List<String> terms = new ArrayList<>(words.size() * 4);
        for (Word word : words) {
            String bounded = "_" + word.form() + "_";
            terms.add(bounded.substring(0, Math.min(GRAM, bounded.length())));
            for (int at = 1; at + GRAM <= bounded.length(); at++) {
                terms.add(bounded.substring(at, at + GRAM));
            }
        }
        return terms;
    }

    /** Any of the terms, built by hand: a query parser would take the grams of one word for synonyms. */
    static Query any(String field, List<String> terms) {
        Set<String> distinct = new LinkedHashSet<>();
        for (String term : terms) {
            if (distinct.size() == MOST) {
                break;
            }
            distinct.add(term);
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        distinct.forEach(term -> query.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
        return query.build();
    }
}
