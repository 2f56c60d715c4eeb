package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import jo.sawt.knowledge.text.Meanings;
import jo.sawt.knowledge.text.Word;
import jo.sawt.knowledge.text.Words;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Reads a text word by word, keeping where each stands; a word is its meaning, and for Arabizi its consonants too. */
final class MarkedWords extends Analyzer {
    /** Two consonants sound like too many words. */
    private static final int SHORTEST_SOUND = 3;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokens = new StandardTokenizer();
        return new TokenStreamComponents(tokens, new Meant(tokens));
    }

    /** What the words of a question are looked for by. */
    static List<String> terms(List<Word> question) {
        List<String> terms = new ArrayList<>();
        for (Word word : Prose.telling(question)) {
            terms.addAll(Meanings.of(List.of(word)));
            if (Character.UnicodeScript.of(word.form().codePointAt(0)) == Character.UnicodeScript.LATIN) {
                terms.addAll(sounds(word));
            }
        }
        return terms;
    }

    private static List<String> sounds(Word word) {
        return word.skeletons().stream()
                .filter(skeleton -> skeleton.length() >= SHORTEST_SOUND)
                .map(skeleton -> "~" + skeleton)
                .toList();
    }

    private static final class Meant extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
        private final Deque<String> more = new ArrayDeque<>();

        Meant(TokenStream tokens) {
            super(tokens);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!more.isEmpty()) {
                term.setEmpty().append(more.pop());
                position.setPositionIncrement(0);
                return true;
            }
            while (input.incrementToken()) {
                List<Word> words = Words.of(term.toString());
                if (!words.isEmpty()) {
                    List<String> terms = new ArrayList<>(Meanings.of(words.subList(0, 1)));
                    terms.addAll(sounds(words.getFirst()));
                    if (!terms.isEmpty()) {
                        term.setEmpty().append(terms.getFirst());
                        more.addAll(terms.subList(1, terms.size()));
                        return true;
                    }
                }
            }
            return false;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            more.clear();
        }
    }
}
