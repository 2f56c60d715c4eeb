package jo.sawt.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jo.sawt.knowledge.Document;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.text.Words;
import org.junit.jupiter.api.Test;

class PassageTest {
    private static final String LAW = """
            # Rules of boats

            Article 1- These are the rules.
            Article 2- A boat needs a licence.
            It lasts a year.

            ## Fees
            Twenty dinars.
            """;

    @Test
    void documentIsCutAtHeadingsAndArticles() {
        List<Passage> passages = Passage.of(document(LAW));
        assertThat(passages).extracting(Passage::heading).containsExactly("Article 1", "Article 2", "Fees");
        assertThat(passages.get(1).text()).isEqualTo("A boat needs a licence.\nIt lasts a year.");
    }

    @Test
    void longTextIsCutEvenWithoutHeadings() {
        List<Passage> passages = Passage.of(document("A line of some length that says little.\n".repeat(200)));
        assertThat(passages)
                .hasSizeGreaterThan(3)
                .allSatisfy(passage -> assertThat(passage.text()).hasSizeLessThan(1600));
    }

    @Test
    void articleIsFoundByNumberInAnyScriptAndByOrdinal() {
        PassageIndex index = PassageIndex.of(List.of(document(LAW)));
        for (String question : List.of("article 2", "المادة ٢", "بالمادة 2", "المادة الثانية", "article two")) {
            assertThat(index.find(Words.of(question), 1))
                    .as(question)
                    .first()
                    .satisfies(found -> assertThat(found.passage().heading()).isEqualTo("Article 2"));
        }
    }

    private static Document document(String text) {
        return new Document("boats", 1, "Rules", text, Lang.EN, null, null, LocalDate.of(2026, 1, 1));
    }
}
