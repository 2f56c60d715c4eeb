package jo.sawt.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** The ways in which people ask for a service, as an editor keeps them; a change is learned from at once. */
public final class Ways {
    /** The most that one service has. */
    public static final int MOST = 5_000;

    private final LiveRegistry registry;

    public Ways(LiveRegistry registry) {
        this.registry = registry;
    }

    /** Those on record for a service, in the order in which they came; also of a service that is not offered now. */
    public List<Utterance> of(ServiceId service) {
        return of(registry.snapshot(), service);
    }

    static List<Utterance> of(Snapshot snapshot, ServiceId service) {
        List<Version> history = snapshot.history(RecordKind.UTTERANCES, service.value());
        return !history.isEmpty() && history.getLast().record() instanceof ServiceUtterances last
                ? last.ways()
                : List.of();
    }

    /** Adds one, or takes over its register and facet where the text is on record already. */
    public Filing add(Utterance way, Editor editor, String reason) {
        return changed(way.service(), editor, reason, ways -> {
            List<Utterance> next = new ArrayList<>(ways);
            int known = place(ways, way.id());
            if (known < 0) {
                next.add(way);
            } else {
                next.set(known, way);
            }
            return next;
        });
    }

    /** Takes one out; {@code Unchanged} where there is none of that id. */
    public Filing remove(ServiceId service, String id, Editor editor, String reason) {
        return changed(
                service,
                editor,
                reason,
                ways -> ways.stream().filter(way -> !way.id().equals(id)).toList());
    }

    private static int place(List<Utterance> ways, String id) {
        for (int at = 0; at < ways.size(); at++) {
            if (ways.get(at).id().equals(id)) {
                return at;
            }
        }
        return -1;
    }

    /** Over what is on record now; again where somebody else was quicker. */
    private Filing changed(ServiceId service, Editor editor, String reason, UnaryOperator<List<Utterance>> change) {
        for (int attempt = 1; ; attempt++) {
            registry.refresh();
            Snapshot now = registry.snapshot();
            List<Utterance> next = change.apply(of(now, service));
            if (next.size() > MOST) {
                return new Filing.Refused(List.of(new Flaw("", Remedy.most(MOST))));
            }
            Filing filing = registry.file(new Proposal(
                    new ServiceUtterances(service, next),
                    Optional.empty(),
                    OptionalInt.of(now.newest(RecordKind.UTTERANCES, service.value())),
                    editor,
                    reason));
            if (!(filing instanceof Filing.Conflict) || attempt == RecordImport.ATTEMPTS) {
                return filing;
            }
        }
    }
}
