package jo.sawt.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A service whose ways of asking need an editor.
 *
 * @param ways how many there are
 * @param few whether these are too few to learn from
 * @param confused the neighbour it is taken for, empty where it is told apart well
 */
public record Attention(ServiceRecord service, int ways, boolean few, Optional<Confusion> confused) {
    /** Fewer ways than this are too few. */
    public static final int FEWEST = 20;

    /** A neighbour that takes this share is a confusion. */
    public static final double SHARE = 0.08;

    /** The services that an editor may change and that need it, the worst first. */
    public static List<Attention> of(Snapshot registry, List<Confusion> confusions, Editor editor, int fewest) {
        Map<ServiceId, Confusion> worst = confusions.stream()
                .filter(confusion -> confusion.share() >= SHARE)
                .collect(Collectors.toMap(Confusion::service, Function.identity()));
        List<Attention> found = new ArrayList<>();
        for (ServiceRecord service : registry.services()) {
            int ways = Ways.of(registry, service.id()).size();
            Optional<Confusion> confused = Optional.ofNullable(worst.get(service.id()));
            boolean own = editor.department().map(service.department()::equals).orElse(true);
            if (own && (ways < fewest || confused.isPresent())) {
                found.add(new Attention(service, ways, ways < fewest, confused));
            }
        }
        found.sort(Comparator.comparing((Attention one) -> !one.few())
                .thenComparingDouble(
                        one -> -one.confused().map(Confusion::share).orElse(0.0))
                .thenComparingInt(Attention::ways)
                .thenComparing(one -> one.service().id().value()));
        return found;
    }
}
