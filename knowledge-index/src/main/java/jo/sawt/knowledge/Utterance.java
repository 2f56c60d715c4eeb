package jo.sawt.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * One way in which people ask about a service: the strongest evidence for finding it.
 *
 * @param register msa, jordanian, arabizi, english, misspelled, mixed
 * @param facet what the asker wants to know, null where it is open
 */
public record Utterance(
        ServiceId service,
        String text,
        String register,
        @Nullable Facet facet) {}
