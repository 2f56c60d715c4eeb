package jo.sawt.knowledge;

import java.util.List;

/** Thinks of ways in which people may ask for a service, as a language model can; nothing of it is used before an editor accepts it. */
@FunctionalInterface
public interface Proposer {
    /** Some ways, in any register; may be slow, and may throw any RuntimeException where it cannot. */
    List<String> ways(ServiceRecord service);
}
