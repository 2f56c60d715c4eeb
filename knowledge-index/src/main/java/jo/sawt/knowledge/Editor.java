package jo.sawt.knowledge;

import java.util.Optional;

/**
 * Who changes the registry.
 *
 * @param department the only department whose records this editor may change; empty for the Commission's editors, who may
 *     change all
 */
public record Editor(String username, Optional<DepartmentId> department) {
    /** The program itself, at a first start. */
    static final Editor FOUNDING = new Editor("first-import", Optional.empty());
}
