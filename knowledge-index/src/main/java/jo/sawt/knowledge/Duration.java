package jo.sawt.knowledge;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How long a service takes.
 *
 * @param days in working days; null where it is not known
 */
public record Duration(Text text, @Nullable BigDecimal days) {}
