package jo.sawt.knowledge.lucene;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jo.sawt.knowledge.Confusion;
import jo.sawt.knowledge.Embedder;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Hit;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.Marked;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.Search;
import jo.sawt.knowledge.ServiceFinder;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.linear.ModelFolder;
import jo.sawt.knowledge.text.Word;
import jo.sawt.knowledge.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The registry made searchable. What was indexed and trained is kept in the cache folder; where it is missing there, the
 * first searches wait for the index, and are answered from it alone until the model is trained. Safe for many threads.
 */
public final class KnowledgeIndex implements ServiceFinder, Search {
    private static final Logger LOG = System.getLogger(KnowledgeIndex.class.getName());

    private final Registry registry;
    private final ModelFolder models;
    private final IndexFiles files;
    private final Optional<Vectors> vectors;
    private final CompletableFuture<IndexedRegistry> firstIndex = new CompletableFuture<>();
    private final CountDownLatch firstTraining = new CountDownLatch(1);
    private volatile @Nullable IndexedRegistry current;
    private volatile @Nullable ServiceModel model;
    private final Object judgementLock = new Object();
    private @Nullable Judgement judgement;
    private @Nullable Thread judging;
    private @Nullable Thread training;

    private KnowledgeIndex(Registry registry, Optional<Path> cacheFolder, Optional<Embedder> embedder) {
        this.registry = registry;
        this.models = new ModelFolder(cacheFolder);
        this.files = IndexFiles.in(cacheFolder.map(folder -> folder.resolve("services.index")));
        this.vectors =
                embedder.map(it -> new Vectors(it, cacheFolder.map(folder -> folder.resolve("services.vectors"))));
    }

    /** Starts to index the registry and to load or train the model; the folder keeps both from start to start. */
    public static KnowledgeIndex open(Registry registry, Optional<Path> cacheFolder) {
        return open(registry, cacheFolder, Optional.empty());
    }

    /** The same with a model of vectors, which {@link #embedDue} gives the registry's texts to. */
    public static KnowledgeIndex open(Registry registry, Optional<Path> cacheFolder, Optional<Embedder> embedder) {
        KnowledgeIndex index = new KnowledgeIndex(registry, cacheFolder, embedder);
        Thread.ofPlatform().daemon().name("sawt-indexing").start(index::begin);
        return index;
    }

    private void begin() {
        try {
            IndexedRegistry first = IndexedRegistry.of(registry, files);
            current = first;
            firstIndex.complete(first);
            refresh();
            train();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "the registry cannot be indexed; no service is found", e);
            firstIndex.completeExceptionally(e);
            firstTraining.countDown();
        }
    }

    /** Takes up what has changed in the registry since; does nothing where nothing has, or where the first index is still made. */
    public synchronized void refresh() {
        IndexedRegistry known = current;
        if (known != null && registry.revision() != known.revision()) {
            current = known.next(registry, files);
            train();
        }
    }

    /** One pass that makes the vectors of what has changed, which may take long; does nothing without a model of vectors. */
    public void embedDue() {
        vectors.ifPresent(it -> it.runDue(registry));
    }

    private IndexedRegistry current() {
        IndexedRegistry known = current;
        return known != null ? known : firstIndex.join();
    }

    /** Whether services are found yet; until then a search waits. */
    public boolean indexed() {
        return current != null;
    }

    /** Whether a trained model takes part in the answers. */
    public boolean trained() {
        return model != null;
    }

    /** Waits for the first trained model; false if it did not come in time. */
    public boolean awaitTrained(Duration patience) throws InterruptedException {
        return firstTraining.await(patience.toMillis(), TimeUnit.MILLISECONDS) && trained();
    }

    private synchronized void train() {
        boolean running = training != null && training.isAlive();
        if (!running && stale()) {
            training = Thread.ofPlatform().daemon().name("sawt-training").start(this::learn);
        }
    }

    private boolean stale() {
        ServiceModel known = model;
        return known == null || !known.learnedFrom(current().training());
    }

    /** Until what was learned from is what is current; a change while training is taken up by the next round. */
    private void learn() {
        try {
            while (stale()) {
                model = ServiceModel.of(current().training(), SampleTexts.unrelated(), models);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "training failed; services are found by the index alone", e);
        } finally {
            firstTraining.countDown();
        }
    }

    /**
     * Which services are taken for each other, worst first. Judged on a thread of its own when first asked for after the
     * texts have changed; until that is done, what was judged before, and empty where nothing was.
     */
    public Optional<List<Confusion>> confusions() {
        List<Training> texts = current().training();
        synchronized (judgementLock) {
            boolean running = judging != null && judging.isAlive();
            if (!running && (judgement == null || !judgement.texts().equals(texts))) {
                judging = Thread.ofPlatform().daemon().name("sawt-judging").start(() -> judge(texts));
            }
            return Optional.ofNullable(judgement).map(Judgement::confusions);
        }
    }

    private void judge(List<Training> texts) {
        Judgement judged = new Judgement(texts, Confusions.of(texts));
        synchronized (judgementLock) {
            judgement = judged;
        }
    }

    private record Judgement(List<Training> texts, List<Confusion> confusions) {}

    @Override
    public Findings find(String question, int limit) {
        IndexedRegistry known = current();
        List<Word> words = known.expansion().expanded(Words.of(question));
        return Ranking.of(words, known, model).findings(limit);
    }

    @Override
    public Findings find(String question, float[] vector, int limit) {
        IndexedRegistry known = current();
        List<Word> words = known.expansion().expanded(Words.of(question));
        Ranking ranking = Ranking.of(words, known, model);
        if (vectors.isEmpty() || !Fusion.isOpen(ranking)) {
            return ranking.findings(limit);
        }
        List<ServiceId> near = vectors.get().nearest(vector);
        return near.isEmpty() ? ranking.findings(limit) : Fusion.of(ranking, near, known.services(), limit);
    }

    @Override
    public boolean hasVectors() {
        return vectors.isPresent() && vectors.get().ready();
    }

    @Override
    public List<Hit> search(String question, Optional<String> type, Optional<Lang> lang, int limit) {
        IndexedRegistry known = current();
        List<Word> words = known.expansion().expanded(Words.of(question));
        return Searching.hits(words, known, model, type, lang.orElseGet(() -> Languages.of(question)), limit);
    }

    @Override
    public Marked marked(String question, Hit hit, Optional<Lang> lang) {
        IndexedRegistry known = current();
        List<Word> words = known.expansion().expanded(Words.of(question));
        ServiceRecord service = hit.type().equals("service") ? known.services().get(new ServiceId(hit.id())) : null;
        return service == null
                ? Marking.whole(words, hit.passage())
                : Marking.best(words, service, lang.orElseGet(() -> Languages.of(question)));
    }

    /** At most {@code limit} names and ways of asking that what is typed so far may become, likeliest first. */
    public List<Suggestion> suggest(String prefix, Lang lang, int limit) {
        return current().suggestions().of(prefix, lang, limit);
    }
}
