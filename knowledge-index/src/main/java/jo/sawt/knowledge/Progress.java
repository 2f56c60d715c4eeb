package jo.sawt.knowledge;

import java.util.function.Supplier;

/** Watches an import. */
@FunctionalInterface
public interface Progress {
    Progress NONE = soFar -> {};

    /** One more line or row was read; {@code soFar} counts what has become of those before. */
    void line(Supplier<ImportReport> soFar);
}
