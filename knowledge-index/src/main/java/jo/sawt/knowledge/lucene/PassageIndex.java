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
        return new PassageIndex(
                passages,
                TextIndex.of(
                        TextIndex.Kind.PROSE,
                        passages.stream().map(PassageIndex::words).toList()));
    }

    private static List<Word> words(Passage passage) {
        List<Word> words = new ArrayList<>(Articles.marked(Words.all(passage.heading())));
        words.addAll(Words.all(passage.document().title() + "\n" + passage.text()));
        return words;
    }

    List<Found> find(List<Word> question, int most) {
        return index.byBoth(Articles.marked(question), most).stream()
                .map(hit -> new Found(passages.get(hit.number()), hit.score()))
                .toList();
    }

    /** A passage and how well it matches. */
    record Found(Passage passage, float score) {}
}
