package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Text;
import jo.sawt.knowledge.Texts;
import jo.sawt.knowledge.Utterance;
import jo.sawt.knowledge.text.Word;
import jo.sawt.knowledge.text.Words;

/**
 * A registry of any size made from the sample: its own services first, then as many again about other things. A made
 * service is one of the sample in which the words that tell it from others became other words, the same ones wherever it
 * speaks of them: half of these are told by other services of the sample, half were made of the parts of two. The same
 * seed always gives the same registry.
 */
final class SyntheticRegistry extends RegistryView {
    private static final long SEED = 7;
    private static final int TELLING = 20;
    private static final int STRIDE = 29;
    private static final int ASIDE = 60_000;
    private static final double CHANGED = 0.7;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");

    private final int asideEach;
    private final List<ServiceRecord> services = new ArrayList<>();
    private final Map<ServiceId, ServiceRecord> byId = new HashMap<>();
    private final List<Utterance> ways = new ArrayList<>();
    private final List<Utterance> aside = new ArrayList<>();
    private final Map<String, Set<ServiceId>> tellers = new HashMap<>();
    private final List<String> arabicWords = new ArrayList<>();
    private final List<String> latinWords = new ArrayList<>();

    /**
     * So many services, each with about so many ways of asking.
     *
     * @param most ways of asking a service; what is over is kept aside
     */
    SyntheticRegistry(Registry sample, int count, int most) {
        super(() -> sample);
        this.asideEach = Math.max(1, ASIDE / count);
        sample.services().forEach(this::tells);
        tellers.forEach((stem, who) -> {
            if (who.size() <= TELLING && stem.length() > 2) {
                (arabic(stem) ? arabicWords : latinWords).add(stem);
            }
        });
        Collections.sort(arabicWords);
        Collections.sort(latinWords);
        Map<ServiceId, List<Utterance>> asked = new HashMap<>();
        sample.utterances()
                .forEach(way -> asked.computeIfAbsent(way.service(), id -> new ArrayList<>())
                        .add(way));
        List<ServiceRecord> bases = sample.services();
        for (int at = 0; at < count; at++) {
            ServiceRecord base = bases.get(at % bases.size());
            add(base, asked.getOrDefault(base.id(), List.of()), at / bases.size(), most);
        }
    }

    private void tells(ServiceRecord service) {
        for (String name : names(service)) {
            for (Word word : Words.all(name)) {
                tellers.computeIfAbsent(word.stem(), stem -> new HashSet<>()).add(service.id());
            }
        }
    }

    private static List<String> names(ServiceRecord service) {
        List<String> names =
                new ArrayList<>(List.of(service.name().ar(), service.name().en()));
        names.addAll(service.aliases().ar());
        names.addAll(service.aliases().en());
        return names;
    }

    private void add(ServiceRecord base, List<Utterance> asked, int copy, int most) {
        Map<String, String> changed = copy == 0 ? Map.of() : changed(base, copy);
        ServiceId id = copy == 0 ? base.id() : new ServiceId(base.id() + "-" + copy);
        ServiceRecord service = renamed(base, id, changed);
        services.add(service);
        byId.put(id, service);
        for (int at = 0; at < asked.size(); at++) {
            Utterance way = asked.get(at);
            // Ways are written register by register; the stride takes of every register.
            int place = at * STRIDE % asked.size();
            if (place < most + asideEach) {
                (place < most ? ways : aside)
                        .add(new Utterance(id, written(way.text(), changed), way.register(), way.facet()));
            }
        }
    }

    /** What the words that tell a service become; by their stems and consonants, so that Arabizi changes too. */
    private Map<String, String> changed(ServiceRecord base, int copy) {
        Random random = new Random(SEED * 31 + base.id().value().hashCode() * 1_000_003L + copy);
        Map<String, String> changed = new HashMap<>();
        Set<Word> telling = new LinkedHashSet<>();
        names(base)
                .forEach(name -> Words.all(name).stream()
                        .filter(word ->
                                tellers.getOrDefault(word.stem(), Set.of()).size() <= TELLING)
                        .forEach(telling::add));
        for (Word word : telling) {
            if (!changed.containsKey(word.stem()) && random.nextDouble() < CHANGED) {
                String other = other(arabic(word.stem()), random);
                changed.put(word.stem(), other);
                word.skeletons().stream()
                        .filter(skeleton -> skeleton.length() > 2)
                        .forEach(skeleton -> changed.putIfAbsent("~" + skeleton, "~" + other));
            }
        }
        return changed;
    }

    private String other(boolean arabic, Random random) {
        List<String> known = arabic ? arabicWords : latinWords;
        String one = known.get(random.nextInt(known.size()));
        if (random.nextBoolean()) {
            return one;
        }
        String two = known.get(random.nextInt(known.size()));
        return one.substring(0, (one.length() + 1) / 2) + two.substring(two.length() / 2);
    }

    private static boolean arabic(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC;
    }

    private static String written(String text, Map<String, String> changed) {
        if (changed.isEmpty()) {
            return text;
        }
        Matcher words = WORD.matcher(text);
        return words.replaceAll(found -> Matcher.quoteReplacement(word(found.group(), changed)));
    }

    private static String word(String written, Map<String, String> changed) {
        for (Word word : Words.all(written)) {
            String other = changed.get(word.stem());
            if (other != null) {
                return other;
            }
            for (String skeleton : word.skeletons()) {
                String sounding = changed.get("~" + skeleton);
                if (sounding != null) {
                    return arabic(word.form()) ? sounding.substring(1) : latin(sounding.substring(1));
                }
            }
        }
        return written;
    }

    private static String latin(String word) {
        String letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
        String[] sounds = "a b t th j 7 5 d th r z s sh s d t z 3 gh f 2 k l m n h w y".split(" ", -1);
        StringBuilder out = new StringBuilder();
        word.chars().forEach(c -> out.append(letters.indexOf(c) < 0 ? (char) c + "" : sounds[letters.indexOf(c)]));
        return out.toString();
    }

    private static Text written(Text text, Map<String, String> changed) {
        return new Text(written(text.ar(), changed), written(text.en(), changed));
    }

    private static Texts written(Texts texts, Map<String, String> changed) {
        return new Texts(
                texts.ar().stream().map(text -> written(text, changed)).toList(),
                texts.en().stream().map(text -> written(text, changed)).toList());
    }

    private static ServiceRecord renamed(ServiceRecord service, ServiceId id, Map<String, String> changed) {
        return new ServiceRecord(
                id,
                service.version(),
                service.effectiveFrom(),
                service.effectiveTo(),
                service.department(),
                written(service.name(), changed),
                written(service.aliases(), changed),
                written(service.summary(), changed),
                service.audience(),
                service.conditions(),
                service.documents(),
                service.steps(),
                service.fees(),
                service.duration(),
                service.channels(),
                service.locations(),
                service.url(),
                service.legalBasis(),
                service.lifeEvents(),
                service.related(),
                service.confidence(),
                service.illustrativeFields(),
                service.sources());
    }

    @Override
    public Optional<ServiceRecord> service(ServiceId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<ServiceRecord> services() {
        return services;
    }

    @Override
    public List<Utterance> utterances() {
        return ways;
    }

    /** Ways of asking that are no part of the registry. */
    List<Utterance> aside() {
        return aside;
    }
}
