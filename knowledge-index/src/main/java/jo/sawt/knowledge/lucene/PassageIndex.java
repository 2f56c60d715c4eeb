package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.List;
import jo.sawt.knowledge.Document;
import jo.sawt.knowledge.text.Word;
import jo.sawt.knowledge.text.Words;

/** The passages of all documents. Does not change once built. */
final class PassageIndex {
    private final List<Passage> passages;
    private final TextIndex index;

    private PassageIndex(List<Passage> passages, TextIndex index) {
        this.passages = List.copyOf(passages);
        this.index = index;
    }

    static PassageIndex of(List<Document> documents) {
        List<Passage> passages = new ArrayList<>();
        documents.forEach(document -> passages.addAll(Passage.of(document)));
        List<IndexedText> indexed = new ArrayList<>();
        for (Passage passage : passages) {
            indexed.add(new IndexedText(
                    String.valueOf(indexed.size()),
                    List.of(passage.heading(), passage.document().title() + "\n" + passage.text()),
                    PassageIndex::words));
        }
        return new PassageIndex(passages, TextIndex.of(TextIndex.Kind.PROSE, IndexFiles.inMemory(), indexed));
    }

    private static List<Word> words(List<String> headingAndText) {
        List<Word> words = new ArrayList<>(Articles.marked(Words.all(headingAndText.getFirst())));
        words.addAll(Words.all(headingAndText.getLast()));
        return words;
    }

    List<Found> find(List<Word> question, int most) {
        return index.byBoth(Articles.marked(question), most).stream()
                .map(hit -> new Found(passages.get(Integer.parseInt(hit.name())), hit.score()))
                .toList();
    }

    /** A passage and how well it matches. */
    record Found(Passage passage, float score) {}
}
