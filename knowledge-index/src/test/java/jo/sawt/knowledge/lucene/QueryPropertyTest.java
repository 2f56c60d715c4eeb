package jo.sawt.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jo.sawt.knowledge.text.Word;
import jo.sawt.knowledge.text.Words;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Whatever is asked, Lucene takes the query that is made of it, and its cost is bounded. */
class QueryPropertyTest {
    private static final List<String> REGISTERED = List.of(
            "رخصة قيادة صقر للهواة",
            "renew a passport at the office",
            "bdi ajaded jawazi 3a sari3",
            "المادة ٧ من النظام");

    private static final List<TextIndex> INDEXES = new ArrayList<>();

    @BeforeContainer
    static void build() {
        INDEXES.add(index(TextIndex.Kind.ASKED));
        INDEXES.add(index(TextIndex.Kind.PROSE));
    }

    private static TextIndex index(TextIndex.Kind kind) {
        List<IndexedText> texts = REGISTERED.stream()
                .map(text -> new IndexedText(text, List.of(text), parts -> Words.of(parts.getFirst())))
                .toList();
        return TextIndex.of(kind, IndexFiles.in(Optional.empty()), texts);
    }

    @Property(tries = 300)
    void anyTextIsAskedOfTheIndexAndNeverRefused(@ForAll("anyText") String text) {
        isAsked(text);
    }

    @Property(tries = 20)
    void aTextOfAHundredKilobytesIsAskedAndNeverRefused(@ForAll("longText") String text) {
        isAsked(text);
    }

    private static void isAsked(String text) {
        List<Word> words = Words.of(text);
        for (TextIndex index : INDEXES) {
            assertThat(index.byStems(words, 10)).hasSizeLessThanOrEqualTo(REGISTERED.size());
            assertThat(index.byGrams(words, 10)).hasSizeLessThanOrEqualTo(REGISTERED.size());
            assertThat(index.byBoth(Articles.marked(words), 10)).hasSizeLessThanOrEqualTo(REGISTERED.size());
        }
        for (List<String> terms : List.of(Terms.meanings(words), Terms.stems(words), Terms.grams(words))) {
            Query query = Terms.any("field", terms);
            assertThat(((BooleanQuery) query).clauses())
                    .hasSizeLessThanOrEqualTo(Math.min(Terms.MOST, IndexSearcher.getMaxClauseCount()));
        }
    }

    @Property(tries = 20)
    void aMessageOfTenThousandWordsCostsNoMoreThanOneOfThreeHundred(@ForAll("words") List<String> words) {
        List<Word> read = Words.of(String.join(" ", words));
        assertThat(read).hasSizeLessThanOrEqualTo(300);
        assertThat(((BooleanQuery) Terms.any("field", Terms.meanings(read))).clauses())
                .hasSizeLessThanOrEqualTo(Terms.MOST);
        assertThat(((BooleanQuery) Terms.any("field", Terms.grams(read))).clauses())
                .hasSizeLessThanOrEqualTo(Terms.MOST);
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(300),
                Arbitraries.strings()
                        .withCharRange('\u0600', '\u06ff')
                        .withChars(" '37a\u200f\u0640\"*?~^()[]{}:\\/+-&|!")
                        .ofMaxLength(200),
                Arbitraries.of("AND", "OR NOT", "*", "field:*", "\"", "\\", "[a TO", "~9", "\ud83d", "\u0000"));
    }

    /** Any code points but halves of pairs, 100,000 bytes and more in UTF-8. */
    @Provide
    Arbitrary<String> longText() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            while (text.length() < 100_000) {
                int point = random.nextInt(random.nextBoolean() ? 0x700 : Character.MAX_CODE_POINT + 1);
                text.appendCodePoint(Character.getType(point) == Character.SURROGATE ? ' ' : point);
            }
            return text.toString();
        });
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            return Stream.generate(() -> word(random)).limit(10_000).toList();
        });
    }

    private static String word(Random random) {
        char first = random.nextBoolean() ? 'ب' : 'a';
        int length = 1 + random.nextInt(12);
        return random.ints(length, 0, 20)
                .mapToObj(letter -> String.valueOf((char) (first + letter)))
                .collect(Collectors.joining());
    }
}
