package jo.sawt.knowledge;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One fee of a service.
 *
 * @param amount in units of {@code currency}, with up to three decimals for JOD; null where it is not known
 */
public record Fee(Text label, @Nullable BigDecimal amount, String currency, Text note) {}
